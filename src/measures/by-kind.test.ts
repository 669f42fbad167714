import { expect, test } from 'vitest';
import { TOKEN_KINDS } from '../text/kinds.ts';
import { KINDS } from './by-kind.ts';

test('kinds are in the order in which tokens name them', () => {
  expect(KINDS).toEqual(TOKEN_KINDS);
});
