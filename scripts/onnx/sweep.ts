/**
 * Edits every export of a folder that `python -m models.onnx_fixtures --all FOLDER` wrote and runs it at
 * every level of optimization. Prints a line for each, then the largest errors as docs/onnx-exports.md has them.
 *
 *     npx tsx scripts/onnx/sweep.ts work/onnx-sweep
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Tensor } from 'onnxruntime-node';
import { hiddenName } from '../../src/graph/index.ts';
import { stateErrors } from '../exactness/measure-errors.ts';
import { largestDifference } from '../exactness/unedited-difference.ts';
import { edit, LEVELS, readExport, run, sessionOf, type Level } from './exported-model.ts';
import { summary, type Outcome } from './summary.ts';

const [root = 'work/onnx-sweep'] = process.argv.slice(2);
const outcomes: Outcome[] = [];
for (const architecture of readdirSync(root).sort()) {
  const folder = join(root, architecture);
  if (!existsSync(join(folder, 'reference.safetensors'))) continue;
  for (const file of readdirSync(folder).sort()) {
    const [exporter = '', variant = '', ending] = file.split('.');
    if (ending !== 'onnx') continue;
    for (const level of LEVELS) {
      const outcome = { architecture, exporter, variant, level, ...(await measure(folder, file, level)) };
      outcomes.push(outcome);
      console.log(JSON.stringify(outcome));
    }
  }
}
console.log(summary(outcomes));

async function measure(
  folder: string,
  file: string,
  level: Level,
): Promise<Pick<Outcome, 'errors' | 'failure'>> {
  const model = await readExport(folder, file);
  const unedited = await sessionOf(model, undefined, level).catch((error: unknown) => String(error));
  if (typeof unedited === 'string') return { failure: `unedited: ${unedited.slice(0, 200)}` };
  try {
    const session = await sessionOf(model, await edit(model), level);
    const { inputNames } = session;
    const errors = await stateErrors({ session, Tensor, reference: model.reference });
    const last = hiddenName(model.sizes.layers);
    const difference = folder.endsWith('mlm')
      ? undefined
      : largestDifference(await run(session, model, last), await run(unedited, model, 'last_hidden_state'));
    await session.release();
    return {
      errors: {
        plain: errors.plain,
        kept: errors.kept,
        shifted: inputNames.includes('position_ids') ? errors.shifted : undefined,
        withoutPositions: inputNames.includes('position_scale') ? errors.withoutPositions : undefined,
        unedited: difference,
      },
    };
  } catch (error) {
    return { failure: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  } finally {
    await unedited.release();
  }
}
