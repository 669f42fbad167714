import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** Every colour token with its two values. */
const colours = new Map(
  [...sheet.matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** WCAG 2 relative luminance of "#rrggbb". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string, theme: 'light' | 'dark'): number {
  const [x, y] = [a, b]
    .map((name) => luminance(colours.get(`--${name}`)?.[theme] ?? ''))
    .sort((p, q) => q - p);
  return ((x ?? 0) + 0.05) / ((y ?? 0) + 0.05);
}

const surfaces = ['paper', 'panel', 'sunken'];
const pairs = (names: readonly string[], on: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((name) => on.map((surface) => [name, surface] as const));

describe.each(['light', 'dark'] as const)('tokens in the %s theme', (theme) => {
  const text = [
    ...pairs(['ink', 'ink-2', 'ink-3', 'tail-ink', 'after-ink', 'good', 'bad'], surfaces.slice(0, 2)),
    ...pairs(['ink', 'ink-2', 'ink-3'], ['sunken']),
    ['tail-ink', 'tail-soft'],
    ['after-ink', 'after-soft'],
    ['ink', 'bar-soft'],
    ['token', 'paper'],
    ['on-tail', 'tail'],
    ['on-after', 'after'],
    ['on-inverse', 'inverse'],
  ] as const;
  it.each(text)('reads %s on %s', (a, b) => {
    expect(contrast(a, b, theme)).toBeGreaterThanOrEqual(4.5);
  });
  const graphics = pairs(
    ['tail', 'after', 'token', 'trace', 'bar', 'bar-2', 'edge', 'focus'],
    surfaces.slice(0, 2),
  );
  it.each(graphics)('tells %s from %s', (a, b) => {
    expect(contrast(a, b, theme)).toBeGreaterThanOrEqual(3);
  });
});
