import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

function found(path: string, missing: string): string {
  if (!existsSync(path)) throw new Error(missing);
  return path;
}

/**
 * The folder of all-MiniLM-L6-v2.
 * @throws Error that says how to get it
 */
export function realCheckpoint(): string {
  const path = fileURLToPath(new URL('../.checkpoints/all-MiniLM-L6-v2', import.meta.url));
  return found(path, 'all-MiniLM-L6-v2 is not here: run `npm run get:minilm` first.');
}

/**
 * The quantized ONNX export of all-MiniLM-L6-v2, by its path in the checkpoint's folder.
 * @throws Error that says how to make it
 */
export function realExport(): string {
  const name = 'onnx/model_int8.onnx';
  const command = 'python -m models.onnx_export --model .checkpoints/all-MiniLM-L6-v2';
  found(join(realCheckpoint(), name), `${name} of all-MiniLM-L6-v2 is not here: run \`${command}\` first.`);
  return name;
}

/**
 * Whether the corpora are at hand. Their licences keep them out of this repository, so the tests that
 * measure them are skipped, and counted as skipped, where TAILSCOPE_DATA names no folder.
 */
export const haveRealData = (process.env['TAILSCOPE_DATA'] ?? '') !== '';

/**
 * A file of the corpora that the figures of docs/measures.md were taken on, such as `sst2/train-10k.tsv`.
 * @throws Error that says where it was looked for
 */
export function realData(file: string): string {
  const folder = process.env['TAILSCOPE_DATA'];
  if (!folder) throw new Error('Set TAILSCOPE_DATA to the folder of the corpora: these tests measure them.');
  return found(join(folder, file), `TAILSCOPE_DATA has no ${file}: it is set to ${folder}.`);
}
