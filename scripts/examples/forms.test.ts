import { expect, it } from 'vitest';
import { isFormOf } from './forms.ts';

it.each([
  ['wave', 'Wave'],
  ['branch', 'branches'],
  ['carry', 'carries'],
  ['carry', 'carried'],
  ['carry', 'carrying'],
  ['drop', 'dropped'],
  ['raise', 'raising'],
  ['key', 'keys'],
  ['run', 'ran'],
  ['strike', 'struck'],
])('knows of %s the form %s', (word, token) => {
  expect(isFormOf(token, word)).toBe(true);
});

it.each([
  ['bat', 'bath'],
  ['plant', 'planet'],
  ['star', 'stare'],
  ['run', 'runner'],
  ['head', '.'],
  ['cell', 'cello'],
])('takes for no form of %s: %s', (word, token) => {
  expect(isFormOf(token, word)).toBe(false);
});
