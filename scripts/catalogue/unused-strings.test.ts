import { expect, it } from 'vitest';
import { unusedStrings } from './unused-strings.ts';

it('the catalogue holds no string that nothing says', () => {
  expect(unusedStrings()).toEqual([]);
}, 240_000);
