import * as v from 'valibot';

/** A tensor as a safetensors file holds it. */
export interface SavedTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const Entry = v.object({
  dtype: v.string(),
  shape: v.array(v.number()),
  data_offsets: v.tuple([v.number(), v.number()]),
});
const Header = v.record(v.string(), v.unknown());

/** The tensors of a file that is known to be right. */
export function readTensors(file: Uint8Array<ArrayBuffer>): SavedTensor[] {
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const header = v.parse(Header, JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))));
  return Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => {
      const { dtype, shape, data_offsets: offsets } = v.parse(Entry, entry);
      return { name, dtype, shape, bytes: file.slice(8 + length + offsets[0], 8 + length + offsets[1]) };
    });
}

/** A file of these tensors, one after another. */
export function writeTensors(tensors: readonly SavedTensor[]): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = tensors.map(({ name, dtype, shape, bytes }) => {
    const start = end;
    end += bytes.length;
    return [name, { dtype, shape, data_offsets: [start, end] }];
  });
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const start = new Uint8Array(8);
  new DataView(start.buffer).setBigUint64(0, BigInt(text.length), true);
  return new Uint8Array(Buffer.concat([start, text, ...tensors.map(({ bytes }) => bytes)]));
}
