import { baseName, type ByteFile, type PartialGraph } from '../../checkpoint/index.ts';

/**
 * Orders graphs by where the last of their weights lies, so that those whose weights come first may be made
 * while the others are still on their way: files have their tensors in the order of their names, layer 10 before
 * layer 2.
 */
export function byPlace(files: readonly ByteFile[]): (a: PartialGraph, b: PartialGraph) => number {
  const begins = new Map<string, number>();
  let bytes = 0;
  for (const { name, size } of files) {
    begins.set(baseName(name), bytes);
    bytes += size;
  }
  const ends = ({ tensors = [] }: PartialGraph): number =>
    tensors.reduce((last, { location, end }) => Math.max(last, (begins.get(location) ?? 0) + end), 0);
  return (a, b) => ends(a) - ends(b);
}
