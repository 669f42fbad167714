import { describe, expect, it } from 'vitest';
import type { ByteFile } from '../../checkpoint/index.ts';
import { SpentWeights } from './spent-weights.ts';

const content = Uint8Array.from({ length: 100 }, (_, i) => i);

/** A file whose reads are arrays of their own, which are noted. */
function fileOf(read: Uint8Array[] = []): ByteFile {
  return {
    name: 'folder/model.safetensors',
    size: content.length,
    givesCopies: true,
    read: (start, end) => {
      const bytes = content.slice(start, end);
      read.push(bytes);
      return Promise.resolve(bytes);
    },
  };
}

async function readAll(files: readonly ByteFile[], partBytes: number): Promise<SpentWeights> {
  const weights = new SpentWeights(files, partBytes);
  await weights.read();
  return weights;
}

describe('SpentWeights', () => {
  it('looks like the whole file, under its base name', async () => {
    const [file] = (await readAll([fileOf()], 16)).externalData;
    expect(file?.path).toBe('model.safetensors');
    expect(file?.data).toBeInstanceOf(Uint8Array);
    expect(file?.data.byteLength).toBe(100);
    for (const [start, end] of [
      [3, 5],
      [5, 16],
      [16, 20],
      [20, 90],
      [90, 100],
      [100, 100],
    ] as const)
      expect([...(file?.data.subarray(start, end) ?? [])]).toEqual([...content.subarray(start, end)]);
  });

  it('gives a part back once all of it was taken and the next range is asked for', async () => {
    const read: Uint8Array[] = [];
    const data = (await readAll([fileOf(read)], 50)).externalData[0]?.data;
    data?.subarray(0, 20);
    data?.subarray(20, 50);
    expect(read[0]?.buffer.byteLength).toBe(50);
    data?.subarray(50, 60);
    // transfer is not in every Node that runs the tests
    expect(read[0]?.buffer.byteLength).toBe('transfer' in ArrayBuffer.prototype ? 0 : 50);
    expect(read[1]?.buffer.byteLength).toBe(50);
  });

  it('says when bytes were asked for again that are gone', async () => {
    const weights = await readAll([fileOf()], 50);
    const data = weights.externalData[0]?.data;
    data?.subarray(0, 50);
    expect(weights.wereAskedAgain).toBe(false);
    expect(() => data?.subarray(10, 20)).toThrow();
    expect(weights.wereAskedAgain).toBe(true);
  });

  it('reads what a graph asks for when that is made, and no part twice', async () => {
    const read: Uint8Array[] = [];
    const weights = new SpentWeights([fileOf(read)], 10);
    const data = weights.externalData[0]?.data;
    const tensor = (start: number, end: number, location = 'model.safetensors') =>
      ({ dtype: 'U8', shape: [end - start], location, start, end }) as const;
    await weights.read([tensor(12, 25), tensor(0, 90, 'another.safetensors')]);
    expect(read.map(([first]) => first)).toEqual([10, 20]);
    expect([...(data?.subarray(12, 25) ?? [])]).toEqual([...content.subarray(12, 25)]);
    await weights.read([tensor(25, 35), tensor(95, 100)]);
    expect(read.map(([first]) => first)).toEqual([10, 20, 30, 90]);
    expect([...(data?.subarray(25, 35) ?? [])]).toEqual([...content.subarray(25, 35)]);
  });

  it('hands over as it is what lies in memory anyway', async () => {
    const read = (start: number, end: number) => Promise.resolve(content.subarray(start, end));
    const file = { name: 'model.safetensors', size: content.length, read };
    const { externalData } = await readAll([file], 50);
    expect(externalData[0]?.data.buffer).toBe(content.buffer);
    expect(externalData[0]?.data).toHaveLength(100);
  });
});
