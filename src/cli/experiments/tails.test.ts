import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { measureModel } from '../testing/measure-model.ts';
import { whyNone } from './tails.ts';

it('says that too few tokens are why no tail is named, and only where they are', () => {
  expect(whyNone(7)).toContain('with 7 tokens chance would name too many, and 8 are needed');
  expect(whyNone(8)).toBe('No dimension is a tail in at least half of the layers.');
});

const at = (path: string) => fileURLToPath(new URL(`../../../public/${path}`, import.meta.url));

it.each(['center', 'standardize', 'top:1', 'whiten'])(
  'has no mean far out after %s, which takes it away: what is left is rounding',
  async (remedy) => {
    const flags = ['--data', at('examples/sentences.txt'), '--remedy', remedy];
    const drawn = await measureModel('tails', flags, at('models/tailscope-bert'));
    expect(drawn.match(/\(z /g)).toHaveLength(5);
    expect(drawn.match(/\(z 0\.00, mean /g)).toHaveLength(5);
  },
  60_000,
);
