import { expect, test } from 'vitest';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { comparisonNote, deedOf, sideName } from './deed.ts';

const nothing: Treatment = { cut: [], where: 'after' };
const cut: Treatment = { cut: [81], where: 'after' };
const inside: Treatment = { cut: [81, 180], where: 'inside' };
const whiten: Treatment = { cut: [], where: 'after', remedy: { kind: 'whiten' } };
const both: Treatment = { cut: [81], where: 'after', remedy: { kind: 'top', components: 3 } };

test('a side is called by what was done to it', () => {
  expect([nothing, cut, inside, whiten, both].map(sideName)).toEqual([
    'whole',
    '81 cut',
    '81 and 180 cut inside',
    'whitened',
    '81 cut, less 3 top components',
  ]);
});

test('titles say what is done, and instead of what', () => {
  const of = (treatment: Treatment, base = nothing, control = false) => deedOf({ base, treatment, control });
  expect(of(cut)).toEqual({ doing: 'Cutting 81', done: 'Without 81' });
  expect(of(cut, nothing, true).doing).toBe('Cutting 81 at random');
  expect(of(whiten)).toEqual({ doing: 'Whitening', done: 'Whitened,' });
  expect(of(both).doing).toBe('Cutting 81 and taking the mean and 3 top components away');
  expect(of(cut, whiten)).toEqual({
    doing: 'Cutting 81 instead of whitening',
    done: '81 cut against whitened:',
  });
  expect(of(nothing, cut).doing).toBe('Leaving the vectors as they are instead of cutting 81');
  const cutInside: Treatment = { cut: [81], where: 'inside' };
  expect(of(cutInside, cut)).toEqual({
    doing: 'Cutting 81 inside it instead of cutting 81 after the network',
    done: '81 cut inside against 81 cut:',
  });
});

test('a picture that leaves the page says what is compared, where anything is', () => {
  const note = (treatment: Treatment, base = nothing) => comparisonNote({ base, treatment, control: false });
  expect(note(nothing)).toBeUndefined();
  expect(note(inside)).toBe('81 and 180 cut inside the network');
  expect(note(whiten)).toBe('whitened');
  expect(note(cut, whiten)).toBe('before: whitened; after: 81 cut');
});
