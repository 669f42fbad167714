import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NpyFile, npyHeader } from './npy-file.ts';

it('has a header that NumPy reads, its values beginning at a multiple of 64 bytes', () => {
  const header = Buffer.from(npyHeader([3, 2, 5]));
  expect(header.length % 64).toBe(0);
  expect(header.subarray(0, 8).toString('latin1')).toBe('\x93NUMPY\x01\x00');
  expect(header.readUInt16LE(8)).toBe(header.length - 10);
  expect(header.toString('latin1', 10)).toMatch(
    /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(3, 2, 5,\), \} *\n$/,
  );
});

it('puts parts where they belong, in whatever order they come', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'tailscope-')), 'x.npy');
  const file = await NpyFile.create(path, [4]);
  await file.write(Float32Array.of(3, 4), 2);
  await file.write(Float32Array.of(1, 2), 0);
  await file.close();
  const bytes = await readFile(path);
  const start = bytes.length - 16;
  expect([0, 4, 8, 12].map((i) => bytes.readFloatLE(start + i))).toEqual([1, 2, 3, 4]);
});

it('says which file cannot be written', async () => {
  await expect(NpyFile.create('/nowhere/at/all.npy', [1])).rejects.toMatchObject({ code: 'no-write' });
});
