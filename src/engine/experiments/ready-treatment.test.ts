import { describe, expect, it } from 'vitest';
import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Remedy } from '../../measures/remedy.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { inOnePart, readCorpus } from '../corpus.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { treatedPass } from './treated-pass.ts';

const TEXT = ['7 3 9 4', '5', '8 8 3', '6 4 5 7 7'];

async function treatedVectors(treatment: Treatment): Promise<readonly number[][][]> {
  const model = new FakeModel();
  const corpus = await readCorpus(model.tokenizer, TEXT, 'include');
  const layers: number[][][] = [[], [], []];
  for await (const { treated } of treatedPass(model, inOnePart(corpus), treatment, {}))
    layers.forEach((vectors, layer) => vectors.push(...rowsOf(treated, layer)));
  return layers;
}

function rowsOf({ tokens, dims, data }: HiddenStates, layer: number): number[][] {
  return Array.from({ length: tokens }, (_, token) => {
    const from = (layer * tokens + token) * dims;
    return [...data.subarray(from, from + dims)];
  });
}

const meanOf = (vectors: readonly (readonly number[])[], d: number, e?: number): number =>
  vectors.reduce((sum, vector) => sum + (vector[d] ?? NaN) * (e === undefined ? 1 : (vector[e] ?? NaN)), 0) /
  vectors.length;

const after = (remedy: Remedy, cut: readonly number[] = []): Treatment => ({ cut, where: 'after', remedy });

describe('a remedy', () => {
  it.each<Remedy>([
    { kind: 'center' },
    { kind: 'standardize' },
    { kind: 'top', components: 1 },
    { kind: 'whiten' },
  ])(
    'is fitted on all vectors of the corpus, layer by layer: $kind leaves the mean at zero',
    async (remedy) => {
      for (const vectors of await treatedVectors(after(remedy)))
        for (let d = 0; d < 4; d++) expect(meanOf(vectors, d)).toBeCloseTo(0, 5);
    },
  );

  it('standardizes to a variance of one, and leaves what never moves at zero', async () => {
    for (const vectors of await treatedVectors(after({ kind: 'standardize' }))) {
      expect([0, 1, 2, 3].map((d) => meanOf(vectors, d, d).toFixed(4))).toEqual([
        '1.0000',
        '1.0000',
        '0.0000',
        '0.0000',
      ]);
    }
  });

  it('whitens to a variance of one in the two directions that have any, without covariance', async () => {
    for (const vectors of await treatedVectors(after({ kind: 'whiten' }))) {
      const covariance = [0, 1, 2, 3].map((d) => [0, 1, 2, 3].map((e) => meanOf(vectors, d, e)));
      covariance.forEach((row, d) => {
        row.forEach((value, e) => {
          expect(value).toBeCloseTo(d === e && d < 2 ? 1 : 0, 4);
        });
      });
    }
  });

  it('is fitted on what the cut leaves', async () => {
    const [vectors = []] = await treatedVectors(after({ kind: 'standardize' }, [0]));
    expect([0, 1].map((d) => meanOf(vectors, d, d).toFixed(4))).toEqual(['0.0000', '1.0000']);
  });
});
