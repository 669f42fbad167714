import { expect, it } from 'vitest';
import { FreshParts } from './fresh-parts.ts';

it('shows a part as often as it is asked for, and gives it away once', () => {
  const parts = new FreshParts(100);
  const bytes = Uint8Array.of(1, 2, 3);
  parts.put(0, 1, bytes, 'digest');
  expect(parts.see(0, 1, 'digest')).toBe(bytes);
  expect(parts.take(0, 1, 'digest')).toBe(bytes);
  expect(parts.take(0, 1, 'digest')).toBeUndefined();
  expect(parts.see(0, 1, 'digest')).toBeUndefined();
});

it('gives no part out for one of another digest, file or place', () => {
  const parts = new FreshParts(100);
  parts.put(0, 1, Uint8Array.of(1), 'digest');
  expect(parts.see(0, 1, 'another')).toBeUndefined();
  expect(parts.see(1, 1, 'digest')).toBeUndefined();
  expect(parts.see(0, 0, 'digest')).toBeUndefined();
  parts.put(0, 2, Uint8Array.of(1), '');
  expect(parts.see(0, 2, '')).toBeUndefined();
});

it('holds no more than it may, and has room again for what was taken', () => {
  const parts = new FreshParts(5);
  const put = (part: number) => {
    parts.put(0, part, new Uint8Array(3), 'digest');
  };
  put(0);
  put(1);
  expect(parts.see(0, 1, 'digest')).toBeUndefined();
  put(0); // again, in its own place
  expect(parts.take(0, 0, 'digest')).toHaveLength(3);
  put(1);
  expect(parts.see(0, 1, 'digest')).toHaveLength(3);
  parts.clear();
  expect(parts.see(0, 1, 'digest')).toBeUndefined();
  put(2);
  expect(parts.see(0, 2, 'digest')).toHaveLength(3);
});
