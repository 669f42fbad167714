import { describe, expect, it } from 'vitest';
import { strings } from '../strings/index.ts';
import { CLAIMS, PARTS } from './claims.ts';
import { NO_FINDINGS, type Findings, type Rank } from './findings.ts';
import type { Judged } from './judged.ts';

const rank = (dim: number, from: number, z = 5): Rank => ({
  dim,
  z,
  rank: from,
  fromLargest: from,
  fromSmallest: 257 - from,
});
const norm = (layer: number, from: number) => ({
  layer,
  after: 'attention' as const,
  gamma: [rank(180, from)],
  beta: [rank(180, 100)],
});

/** A model of four layers, whose tail is 180 in all of them, and everything as the paper has it. */
const AS_IN_THE_PAPER: Findings = {
  model: 'owner/bert-base-cased',
  tails: {
    found: [{ dim: 557, side: 'min', layers: [1, 2, 3, 4], share: [0.1, 0.92, 0.96, 0.97, 0.91] }],
    peaks: [-3, -12, -11, -9, -7].map((z) => ({ dim: 557, z, mean: z / 2 })),
  },
  weights: {
    positions: [{ dim: 557, ranks: [1, 9, 30, 80] }],
    tokens: [rank(557, 90, 0.4)],
    segments: [rank(557, 50, -1.2)],
    norms: [norm(1, 1), norm(2, 7), norm(3, 8), norm(4, 60)],
  },
  probe: { accuracy: [1, 1, 0.9, 0.6, 0.4], dim: 557, times: [1, 8, 20, 41, 0.9] },
  twins: {
    with: { name: 'with', perplexity: 4.3, tails: [81] },
    without: { name: 'without', perplexity: 354, tails: [] },
  },
  anisotropy: { before: [0.9, 0.5, 0.6, 0.7, 0.8], after: [0.9, 0.05, 0.06, 0.2, 0.3] },
  selfSimilarity: { before: [0.9, 0.4, 0.4, 0.4, 0.4], after: [0.1, 0.5, 0.5, 0.5, 0.5] },
  wic: {
    before: { accuracy: 0.675, layer: 7, threshold: 0.7 },
    after: { accuracy: 0.684, layer: 10, threshold: 0.5 },
  },
  sts: { before: [1, 58.61, 20], after: [1, 20, 63.06] },
  stsRemedied: { whiten: [70, 60, NaN], standardize: [65, 1], top: [NaN, NaN] },
  wsd: { before: [0.5, 0.6], after: [0.5, 0.7] },
  syntax: { before: [20, 30], after: [31, 5] },
  classifier: { before: [0.8, 0.9], after: [0.896, 0.7] },
};

const judge = (id: string, findings: Findings): Judged => {
  const claim = CLAIMS.find((one) => one.id === id);
  if (!claim) throw new Error(id);
  return claim.judge(findings);
};
const judgeAll = (findings: Findings) => CLAIMS.map((claim) => [claim.id, claim.judge(findings).verdict]);

it('agrees in every claim with what the paper found', () => {
  expect(judgeAll(AS_IN_THE_PAPER)).toEqual(CLAIMS.map(({ id }) => [id, 'agrees']));
});

it('has nothing to say before anything was measured', () => {
  const verdicts = judgeAll({ model: '', ...NO_FINDINGS }).map(([, verdict]) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['not-run']));
});

it('has words for every claim, part and verdict, and claims in every part', () => {
  expect(Object.keys(strings.paper.claims).sort()).toEqual(CLAIMS.map(({ id }) => id).sort());
  for (const part of PARTS) expect(CLAIMS.some((claim) => claim.part === part)).toBe(true);
});

describe('what differs', () => {
  it.each<[string, Partial<Findings>, string]>([
    [
      'tails',
      {
        tails: {
          found: [],
          peaks: [
            { dim: 3, z: 2, mean: 1 },
            { dim: 7, z: -4, mean: 1 },
          ],
        },
      },
      '7',
    ],
    [
      'spike',
      { tails: { found: [], peaks: [-9, -9, -7, -7, -7].map((z) => ({ dim: 1, z, mean: 0 })) } },
      '1 of 4',
    ],
    [
      'named',
      { tails: { found: [{ dim: 5, side: 'max', layers: [1], share: [0, 1] }], peaks: [] } },
      'Here: 5',
    ],
    ['positions', weightsWith({ positions: [{ dim: 557, ranks: [2, 1, 3, 4, 5] }] }), 'number 2'],
    ['tables', weightsWith({ segments: [rank(557, 1, -6.9)] }), '6.9'],
    ['norms', weightsWith({ norms: [norm(1, 1), norm(2, 8), norm(3, 9), norm(4, 60)] }), '1 of 4'],
    ['probe', { probe: { accuracy: [0, 0.5, 0.5], dim: 1, times: [0, 2, 2] } }, '50.0 %'],
    ['probeTail', { probe: { accuracy: [0, 1], dim: 1, times: [9, 0.5, 0.7] } }, '0.5 to 0.7'],
    ['perplexity', twins(60, 60, []), '60.0'],
    ['without', twins(60, 400, [81]), 'Tails without: 81'],
    ['anisotropy', { anisotropy: { before: [0, 0.1], after: [-5, 0.1] } }, '0.100 → 0.100'],
    ['isotropic', { anisotropy: { before: [1, 1, 1], after: [0, 0.3, 0.1] } }, '0 of 2'],
    ['selfSimilarity', { selfSimilarity: { before: [0, 0.5], after: [1, 0.4] } }, '0.500 → 0.400'],
    ['sts', { sts: { before: [10, 86.3], after: [10, 86.3] } }, '86.30 (layer 1)'],
    ['classifier', { classifier: { before: [0.9], after: [0.8949] } }, '89.5 %'],
    [
      'whitening',
      { stsRemedied: { whiten: [1, 2], standardize: [3, 70], top: [NaN] } },
      '2.00 (layer 1) whitened. Others’ remedies: 70.00 (layer 1) standardized, – without',
    ],
  ])('%s', (id, changed, said) => {
    const found = judge(id, { ...AS_IN_THE_PAPER, ...changed });
    expect(found.verdict).toBe('differs');
    expect('said' in found && found.said).toContain(said);
  });
});

it('asks for a cut before it judges what cutting does, unless there is no tail to cut', () => {
  const uncut: Findings = { ...AS_IN_THE_PAPER, anisotropy: { before: [0.5, 0.6], after: undefined } };
  expect(judge('anisotropy', uncut).verdict).toBe('uncut');
  const tailless: Findings = { ...uncut, tails: { found: [], peaks: [] } };
  expect(judge('anisotropy', tailless)).toEqual({ verdict: 'no-question', said: 'No tail to cut.' });
  expect(judge('norms', tailless).verdict).toBe('no-question');
});

it('says why a question cannot be asked of a model', () => {
  const found = judge('positions', { ...AS_IN_THE_PAPER, ...weightsWith({ positions: 'none' }) });
  expect(found).toEqual({ verdict: 'no-question', said: 'This model has none.' });
  expect(judge('named', { ...AS_IN_THE_PAPER, model: 'all-MiniLM-L6-v2' }).verdict).toBe('no-question');
  // a measure that has no value in any layer
  expect(judge('sts', { ...AS_IN_THE_PAPER, sts: { before: [NaN], after: [NaN] } }).verdict).toBe(
    'no-question',
  );
});

function weightsWith(changed: Partial<NonNullable<Findings['weights']>>): Partial<Findings> {
  const { weights } = AS_IN_THE_PAPER;
  return { weights: weights && { ...weights, ...changed } };
}

function twins(own: number, other: number, tails: readonly number[]): Partial<Findings> {
  return {
    twins: {
      with: { name: 'a', perplexity: own, tails: [1] },
      without: { name: 'b', perplexity: other, tails },
    },
  };
}
