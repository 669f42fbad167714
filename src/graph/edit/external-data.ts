import { TailscopeError } from '../../core/error.ts';
import { clip } from './clip.ts';
import type { TensorInfo } from './tensor.ts';

/**
 * Holds the places of external data against the files at hand. A location is the name of a file beside
 * the model and nothing else: paths, addresses and the runtime's own marker for a place in memory are refused.
 * @param sizes bytes of each file, by name
 * @throws TailscopeError("onnx-outside" | "onnx-data-missing" | "file-short")
 */
export function checkExternalData(tensors: Iterable<TensorInfo>, sizes: ReadonlyMap<string, number>): void {
  for (const { name, external } of tensors) {
    if (!external) continue;
    const { location, end } = external;
    if (!isPlainName(location))
      throw TailscopeError.of('onnx-outside', { tensor: clip(name), location: clip(location) });
    const size = sizes.get(location);
    if (size === undefined) throw TailscopeError.of('onnx-data-missing', { name: clip(location) });
    if (end > size) throw TailscopeError.of('file-short', { name: location, expected: end, found: size });
  }
}

function isPlainName(name: string): boolean {
  return /^[^/\\:*\p{Cc}]+$/u.test(name) && !/^\.+$/.test(name);
}
