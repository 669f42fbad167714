/**
 * Edits every export of a folder that `python -m models.onnx_fixtures --all FOLDER` wrote and runs it at
 * every level of optimization. Prints a line for each, then writes the largest errors into docs/models.md and
 * docs/onnx-exports.md, unless one of the exports was refused or failed.
 *
 *     npx tsx scripts/onnx/sweep.ts work/onnx-sweep
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillDocument } from '../models-table/fill-document.ts';
import { LEVELS, readExport } from './exported-model.ts';
import { exportersTable } from './exporters-table.ts';
import { measureExport } from './measure-export.ts';
import { networksTables } from './networks-tables.ts';
import { isUnloadable, type Outcome } from './outcome.ts';
import { variantsTable } from './variants-table.ts';
import { versionsSentence } from './versions.ts';

const [root = 'work/onnx-sweep'] = process.argv.slice(2);
const folders = readdirSync(root)
  .sort()
  .filter((name) => existsSync(join(root, name, 'reference.safetensors')));
const outcomes: Outcome[] = [];
for (const architecture of folders) {
  const folder = join(root, architecture);
  for (const file of readdirSync(folder).sort()) {
    const [exporter = '', variant = '', ending] = file.split('.');
    if (ending !== 'onnx') continue;
    const model = await readExport(folder, file);
    for (const level of LEVELS) {
      const outcome = { architecture, exporter, variant, level, ...(await measureExport(model, level)) };
      outcomes.push(outcome);
      console.log(JSON.stringify(outcome));
    }
  }
}

const [first] = folders;
const failed = outcomes.filter((outcome) => outcome.failure !== undefined && !isUnloadable(outcome));
if (first === undefined || failed.length > 0)
  throw new Error(
    `nothing is written: there are ${outcomes.length} results, of which ${failed.length} failed`,
  );
const { pytorch, unedited } = networksTables(outcomes);
await fillDocument('models.md', {
  'exports as PyTorch': pytorch,
  'exports as unedited': unedited,
  'export versions': versionsSentence(join(root, first)),
});
await fillDocument('onnx-exports.md', {
  variants: variantsTable(outcomes),
  exporters: exportersTable(outcomes),
});
