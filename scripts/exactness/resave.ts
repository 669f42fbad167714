import type { ByteFile } from '../../src/checkpoint/index.ts';
import { byteFile } from './fixture.ts';
import { readTensors, writeTensors, type SavedTensor } from './safetensors-file.ts';

const WEIGHTS = /^model.*\.safetensors(\.index\.json)?$/;

/** A checkpoint's files with its weights in so many files: one, or shards and an index of them. */
export async function resave(files: readonly ByteFile[], shards: number): Promise<ByteFile[]> {
  const others = files.filter(({ name }) => !WEIGHTS.test(name));
  const saved = files.filter(({ name }) => WEIGHTS.test(name) && name.endsWith('.safetensors'));
  const tensors = (await Promise.all(saved.map((file) => file.read(0, file.size)))).flatMap(readTensors);
  if (shards === 1) return [...others, byteFile('model.safetensors', writeTensors(tensors))];
  const parts = Array.from({ length: shards }, (_, i) => ({
    name: `model-${padded(i + 1)}-of-${padded(shards)}.safetensors`,
    tensors: tensors.filter((_tensor, place) => place % shards === i),
  }));
  return [
    ...others,
    ...parts.map(({ name, tensors: own }) => byteFile(name, writeTensors(own))),
    byteFile('model.safetensors.index.json', indexOf(parts)),
  ];
}

const padded = (number: number): string => String(number).padStart(5, '0');

function indexOf(
  parts: readonly { readonly name: string; readonly tensors: readonly SavedTensor[] }[],
): Uint8Array<ArrayBuffer> {
  const places = parts.flatMap(({ name, tensors }) => tensors.map((tensor) => [tensor.name, name] as const));
  return new TextEncoder().encode(JSON.stringify({ weight_map: Object.fromEntries(places) }));
}
