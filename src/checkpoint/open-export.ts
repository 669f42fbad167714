import { TailscopeError } from '../core/error.ts';
import {
  editExport,
  readOutline,
  sizesOf,
  type EditedGraph,
  type GraphOptions,
  type ModelConfig,
} from '../graph/index.ts';
import { baseName, readRange, type ByteFile } from './byte-file.ts';
import { otherFormat } from './other-format.ts';

/** An export, edited: its graph, and the files that this and its weights came from. */
export interface OpenExport extends Pick<
  EditedGraph,
  'graph' | 'approximate' | 'halfPrecision' | 'parameters'
> {
  readonly weightsFiles: readonly ByteFile[];
}

/**
 * Opens an ONNX export, of which the weights are not read.
 * @param files of the checkpoint; weights may lie in those beside the export
 * @throws TailscopeError("not-onnx" | "file-html" | "cancelled"), and what readOutline and editExport throw
 */
export async function openExport(
  file: ByteFile,
  files: readonly ByteFile[],
  config: ModelConfig,
  options: GraphOptions,
  signal?: AbortSignal,
): Promise<OpenExport> {
  if (options.terms === true) throw TailscopeError.of('terms-export');
  const name = baseName(file.name);
  const start = await readRange(file, 0, Math.min(file.size, 64), signal);
  const found = otherFormat(start, name);
  if (found !== 'other' || start.length === 0) throw TailscopeError.of('not-onnx', { name, found });

  const read = (from: number, to: number) => readRange(file, from, to, signal);
  const outline = await readOutline({ name, size: file.size, read }, name);
  const beside = new Map(
    files.filter((other) => folderOf(other) === folderOf(file)).map((other) => [baseName(other.name), other]),
  );
  const sizes = new Map([...beside].map(([other, { size }]) => [other, size]));
  const { locations, ...edited } = editExport(outline, { sizes: sizesOf(config), files: sizes, ...options });
  const holders = locations
    .filter((location) => location !== name)
    .flatMap((other) => beside.get(other) ?? []);
  return { ...edited, weightsFiles: [file, ...holders] };
}

const folderOf = ({ name }: ByteFile): string => name.slice(0, name.lastIndexOf('/') + 1);
