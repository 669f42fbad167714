import { describe, expect, it } from 'vitest';
import type { ByteFile } from '../../checkpoint/index.ts';
import { spendWeights } from './spent-weights.ts';

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

describe('spendWeights', () => {
  it('looks like the whole file, under its base name', async () => {
    const { externalData } = await spendWeights([fileOf()], 16);
    const [file] = externalData;
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
    const { externalData } = await spendWeights([fileOf(read)], 50);
    const data = externalData[0]?.data;
    data?.subarray(0, 20);
    data?.subarray(20, 50);
    expect(read[0]?.buffer.byteLength).toBe(50);
    data?.subarray(50, 60);
    // transfer is not in every Node that runs the tests
    expect(read[0]?.buffer.byteLength).toBe('transfer' in ArrayBuffer.prototype ? 0 : 50);
    expect(read[1]?.buffer.byteLength).toBe(50);
  });

  it('says when bytes were asked for again that are gone', async () => {
    const { externalData, wereAskedAgain } = await spendWeights([fileOf()], 50);
    const data = externalData[0]?.data;
    data?.subarray(0, 50);
    expect(wereAskedAgain()).toBe(false);
    expect(() => data?.subarray(10, 20)).toThrow();
    expect(wereAskedAgain()).toBe(true);
  });

  it('hands over as it is what lies in memory anyway', async () => {
    const read = (start: number, end: number) => Promise.resolve(content.subarray(start, end));
    const { externalData } = await spendWeights(
      [{ name: 'model.safetensors', size: content.length, read }],
      50,
    );
    expect(externalData[0]?.data.buffer).toBe(content.buffer);
    expect(externalData[0]?.data).toHaveLength(100);
  });
});
