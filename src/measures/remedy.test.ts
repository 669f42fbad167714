import { expect, it } from 'vitest';
import { readRemedy, remedyName } from './remedy.ts';

it.each(['none', 'center', 'standardize', 'top:1', 'top:12', 'whiten'])(
  '%s is read as it is written',
  (name) => {
    const read = readRemedy(name);
    expect(read).toBeDefined();
    expect(remedyName(read?.remedy)).toBe(name);
  },
);

it.each(['', 'top', 'top:', 'top:0', 'top:-1', 'top:1.5', 'top:99999', 'Whiten', 'centre'])(
  '“%s” is none',
  (name) => {
    expect(readRemedy(name)).toBeUndefined();
  },
);
