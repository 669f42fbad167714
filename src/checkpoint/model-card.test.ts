import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModelCard } from './model-card.ts';

const card: unknown = JSON.parse(
  readFileSync(new URL('../../public/models/tailscope-bert/card.json', import.meta.url), 'utf8'),
);

describe('parseModelCard', () => {
  it('reads every report of a card of ours, with each layer and LayerNorm', () => {
    const read = parseModelCard(card);
    const written = card as {
      curve: { step: number; perplexity: number }[];
      architecture: { layers: number };
    };
    expect(read?.curve.map(({ step, perplexity }) => ({ step, perplexity }))).toEqual(
      written.curve.map(({ step, perplexity }) => ({ step, perplexity })),
    );
    for (const { layers, norms } of read?.curve ?? []) {
      expect(layers).toHaveLength(written.architecture.layers + 1);
      expect(layers.every((layer) => layer?.argmin && layer.argmax && layer.z && layer.kurtosis)).toBe(true);
      expect(norms.every(({ gamma, beta }) => gamma && beta)).toBe(true);
    }
  });

  it('reads the optional parts: examples, stages, experiments', () => {
    const read = parseModelCard({
      position_embeddings: false,
      training: {
        stages: [
          { fromStep: 0, toStep: 10 },
          { fromStep: 10, note: 'a fresh optimizer' },
        ],
      },
      examples: [
        { text: 'The [MASK] barked.', expected: 'dog', rank: 3, top: [{ word: 'man', probability: 0.2 }] },
      ],
      experiments: [
        { name: 'slow', changed: 'learning rate 1e-4', tail: null },
        { name: 'words', tail: 'none by then' },
        { name: 'fast', tail: { dim: 173, share: 0.44, layers: [1] } },
      ],
    });
    expect(read?.positionEmbeddings).toBe(false);
    expect(read?.training?.stages.map(({ fromStep }) => fromStep)).toEqual([0, 10]);
    expect(read?.examples[0]?.top).toEqual([{ word: 'man', probability: 0.2 }]);
    expect(read?.experiments.map(({ tail }) => tail)).toEqual([
      null,
      'none by then',
      { dim: 173, share: 0.44 },
    ]);
  });

  it('reads what was measured of the finished weights, and a word that is no single piece', () => {
    const tail = { dim: 81, side: 'min', scope: 'all', layers: [0, 1], carriers: ['word'], share: [0.9] };
    const read = parseModelCard({
      perplexity: { heldOut: 70.5, low: 69, high: 72 },
      measured: { tokens: 60_000 },
      layers: [{ kurtosis: 3 }],
      tails: [tail, { dim: 7 }],
      cut: { dims: [81], anisotropyBefore: [0.3], anisotropyAfter: [0.1] },
      examples: [{ text: 'A [MASK].', expected: 'chrysanthemum', rank: null, top: [] }],
    });
    expect(read?.perplexity).toMatchObject({ low: 69, high: 72 });
    expect(read?.tails.map(({ dim, carriers }) => [dim, carriers])).toEqual([[81, ['word']]]);
    expect(read?.cut?.anisotropyAfter).toEqual([0.1]);
    expect(read?.examples[0]?.rank).toBeNull();
  });

  it('leaves out what has another type and keeps the rest', () => {
    const read = parseModelCard({
      name: 7,
      licence: 'MIT',
      training: { steps: 'many', hours: 2 },
      curve: [{ step: 5 }, { step: 9, tokens: 90, layers: ['?', { kurtosis: 3 }] }, null],
      examples: [{ text: 'No rank.' }],
    });
    expect(read).toMatchObject({ licence: 'MIT', training: { hours: 2 }, examples: [] });
    expect(read?.name).toBeUndefined();
    expect(read?.training?.steps).toBeUndefined();
    expect(read?.curve).toHaveLength(1);
    // the second layer stays the second
    expect(read?.curve[0]?.layers.map((layer) => layer?.kurtosis)).toEqual([undefined, 3]);
  });

  it('has reports in the order of training, however they were written', () => {
    const read = parseModelCard({ curve: [2, 0, 1].map((n) => ({ step: n, tokens: n * 8 })) });
    expect(read?.curve.map(({ step }) => step)).toEqual([0, 1, 2]);
  });

  it.each([null, 'a card', 3, [1]])('says that %j is no card', (json) => {
    expect(parseModelCard(json)).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    const keys = [
      'name',
      'training',
      'curve',
      'examples',
      'experiments',
      'layers',
      'data',
      'perplexity',
      'tail',
    ];
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie('json')),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const read = parseModelCard(value);
        expect(read === undefined || Array.isArray(read.curve)).toBe(true);
      }),
    );
  });
});
