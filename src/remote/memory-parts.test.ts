import { expect, it } from 'vitest';
import { MemoryParts } from './memory-parts.ts';

it('keeps a file in one array of its size, which is handed out as it is', async () => {
  const parts = new MemoryParts(4, () => 10);
  for (const [part, bytes] of [
    [0, [1, 2, 3, 4]],
    [1, [5, 6, 7, 8]],
    [2, [9, 10]],
  ] as const)
    await parts.write(0, part, Uint8Array.from(bytes));
  const whole = parts.whole(0, 10);
  expect([...whole]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(whole.buffer.byteLength).toBe(10);
  expect((await parts.read(0, 1))?.buffer).toBe(whole.buffer);
});

it('grows where a file’s size is not known', async () => {
  const parts = new MemoryParts(4, () => undefined);
  for (let part = 0; part < 5; part++) await parts.write(3, part, Uint8Array.of(part, part, part, part));
  expect([...parts.whole(3, 20)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
});

it('says so where the browser has no memory for a file', async () => {
  const parts = new MemoryParts(4, () => 2 ** 53);
  await expect(parts.write(0, 0, Uint8Array.of(1))).rejects.toMatchObject({ code: 'no-room' });
});
