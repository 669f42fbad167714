import { expect, test } from 'vitest';
import { MODEL } from '../../store/testing.ts';
import type { Answer } from '../../store/trials/trial.ts';
import { unadjusted } from './unadjusted.ts';

const running = { progress: undefined, rate: undefined, paused: false, keeps: true };

function answered(anisotropy: Float64Array | undefined): Answer<'words'> {
  const none = new Float64Array();
  const places = new Uint32Array();
  return {
    asked: {
      data: ['one', 'two'],
      name: 'mine.txt',
      specials: 'include',
      seed: 1,
      model: MODEL,
      treatment: { cut: [], where: 'after' },
      columns: [],
    },
    result: {
      words: [],
      eligible: 0,
      before: none,
      after: none,
      anisotropyBefore: anisotropy,
      anisotropyAfter: anisotropy,
      pairs: {
        sample: {
          layers: 1,
          items: 0,
          squares: none,
          dots: none,
          left: places,
          right: places,
          weights: none,
        },
        columns: new Map(),
      },
      starts: Uint32Array.of(0),
      pairsComplete: true,
      unread: [],
      truncated: [],
      unmeasured: [],
      sentences: 2,
      tokens: 4,
    },
  };
}

test('says that one sentence has no anisotropy only where there is one, and else that it is measured', () => {
  expect(unadjusted({ answer: undefined, running })).toBeUndefined();
  const cutAwaited = answered(Float64Array.of(0.5));
  expect(unadjusted({ answer: cutAwaited, running })).toBe('measuring');
  expect(unadjusted({ answer: cutAwaited, running: undefined })).toBeUndefined();
  expect(unadjusted({ answer: answered(undefined), running })).toBe('one-sentence');
});
