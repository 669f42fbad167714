/**
 * Edits every export of the folder that `python -m models.onnx_fixtures --all FOLDER` wrote, runs it at
 * every level of optimization, and prints a table of errors.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReferenceFile, type ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { TailscopeError } from '../../src/core/error.ts';
import { hiddenName } from '../../src/graph/index.ts';
import {
  edit,
  largestError,
  LEVELS,
  readExport,
  run,
  sessionOf,
  type ExportedModel,
  type Level,
} from './exported-model.ts';

const [root = 'work/onnx-sweep'] = process.argv.slice(2);

async function reference(folder: string): Promise<ReferenceFile> {
  const bytes = new Uint8Array(readFileSync(join(folder, 'reference.safetensors')));
  const read = (start: number, end: number) => Promise.resolve(bytes.slice(start, end));
  return readReferenceFile({ name: 'reference.safetensors', size: bytes.length, read });
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 120);

/** Cells of one level: hidden states against PyTorch, cut inside, and the last one against the unedited file. */
async function measure(model: ExportedModel, against: ReferenceFile, level: Level): Promise<string[]> {
  const graph = await edit(model, model.name.includes('mlm'));
  const { sizes } = model;
  const mask = against.ints('attention_mask');
  const errorOf = (found: ReadonlyMap<string, Float32Array>, name: string) =>
    largestError(found, against.floats(name), mask, sizes).toExponential(1);
  let unedited;
  try {
    unedited = await sessionOf(model, undefined, level);
  } catch (error) {
    return [`unedited: ${messageOf(error)}`];
  }
  const session = await sessionOf(model, graph, level);
  const whole = await run(session, against, sizes);
  const kept = await run(session, against, sizes, { keep: against.floats('keep') });
  const shifted = await run(session, against, sizes, { shift: 3 });
  const scaled = await run(session, against, sizes, { scale: 0 });
  const before = await run(unedited, against, sizes);
  const name = before.has('logits') ? 'logits' : 'last_hidden_state';
  const after = whole.get(before.has('logits') ? 'logits' : hiddenName(sizes.layers));
  const width = (after?.length ?? 0) / mask.length;
  let last = 0;
  for (const [i, value] of (before.get(name) ?? new Float32Array([NaN])).entries())
    if (mask[Math.floor(i / width)] === 1n) last = Math.max(last, Math.abs(value - (after?.[i] ?? NaN)));
  await session.release();
  await unedited.release();
  return [
    errorOf(whole, 'plain'),
    errorOf(kept, 'kept'),
    graph.inputs.includes('position_ids') ? errorOf(shifted, 'shifted') : '-',
    graph.inputs.includes('position_scale') ? errorOf(scaled, 'without_positions') : '-',
    last.toExponential(1),
  ];
}

for (const architecture of readdirSync(root).sort()) {
  const folder = join(root, architecture);
  if (!existsSync(join(folder, 'reference.safetensors'))) continue;
  const against = await reference(folder);
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.onnx'))
    .sort()) {
    const model = readExport(folder, name);
    for (const level of LEVELS) {
      let cells;
      try {
        cells = await measure(model, against, level);
      } catch (error) {
        cells = [error instanceof TailscopeError ? error.sentence : messageOf(error)];
      }
      console.log([architecture, name.replace('.onnx', ''), level, ...cells].join(' | '));
    }
  }
}
