import { expect, it } from 'vitest';
import type { StsResult } from '../../protocol/experiments/sts.ts';
import { createAppStore } from '../../store/store.ts';
import { ASKED, MODEL, held } from '../../store/testing.ts';
import { NO_TRIALS } from '../../store/trials/trial.ts';
import { selectStsFinding } from './trial-findings.ts';

const { sample, columns } = held(1, [3]);
const RESULT: StsResult = {
  measured: Uint32Array.of(0),
  scores: Float64Array.of(3),
  starts: Uint32Array.of(0, 1),
  before: { sample, columns },
  after: Float64Array.of(0, 0),
  missing: [],
  truncated: [],
  sentences: 2,
  tokens: 4,
};

function found(result: StsResult) {
  const asked = { ...ASKED, data: [], name: 'x' };
  const { trials } = { trials: { ...NO_TRIALS, sts: { ...NO_TRIALS.sts, answer: { asked, result } } } };
  const model = { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } as const;
  return selectStsFinding(createAppStore({ model, trials }).getState());
}

it('finds nothing in a part of the data: no claim is judged by it', () => {
  expect(found(RESULT)).toBeDefined();
  expect(found({ ...RESULT, part: { counted: 1, of: 9 } })).toBeUndefined();
});
