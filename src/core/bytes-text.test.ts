import { expect, it } from 'vitest';
import { bytesText } from './bytes-text.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [116_400, '116 kB'],
  [999_600, '1.0 MB'],
  [1_844_000, '1.8 MB'],
  [435_755_784, '436 MB'],
  [999_600_000, '1.00 GB'],
  [1_421_000_000, '1.42 GB'],
])('%i bytes are said as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
