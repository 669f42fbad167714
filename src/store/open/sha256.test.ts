import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Of } from './sha256.ts';

test.each([0, 3, 1 << 20, (1 << 20) + 1, 2_500_000])(
  'the hash of %i bytes is their SHA-256',
  async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7) % 251);
    expect(await sha256Of(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'));
  },
);

test('a file is never in memory as a whole', async () => {
  let most = 0;
  const file = {
    size: 5e6,
    slice: (start = 0, end = 0) => {
      most = Math.max(most, end - start);
      return new Blob([new Uint8Array(Math.min(end, 5e6) - start)]);
    },
  };
  await sha256Of(file);
  expect(most).toBeLessThan(2e6);
});
