import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { bestLayers } from './best-layers.ts';
import { measureModel } from './testing/measure-model.ts';

it('is the first of the highest, and null where no layer has a figure', () => {
  const layers = [
    { before: null, after: null },
    { before: 3, after: null },
    { before: 5, after: NaN },
    { before: 5, after: null },
  ];
  expect(bestLayers(layers)).toEqual({ before: { layer: 2, value: 5 }, after: null });
  expect(bestLayers([])).toEqual({ before: null, after: null });
});

const at = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));
const one = v.object({ layer: v.number(), value: v.number() });
const figure = v.union([
  v.number(),
  v.pipe(
    v.object({ macro: v.number() }),
    v.transform(({ macro }) => macro),
  ),
]);
const Report = v.object({
  layers: v.array(v.object({ before: figure, after: figure })),
  best: v.object({ before: one, after: one }),
});

it.each([
  ['sts', 'sts.tsv'],
  ['wsd', 'wsd'],
  ['syntax', 'trees.mrg'],
  ['classifier', 'sst-like.tsv'],
])(
  '%s reports its best layer before and after a cut',
  async (experiment, data) => {
    const flags = ['--json', '--data', at(`examples/${data}`), '--cut', '180', '--limit', '60'];
    const report = await measureModel(experiment, flags, at('models/tailscope-bert'));
    const { layers, best } = v.parse(Report, JSON.parse(report));
    for (const when of ['before', 'after'] as const) {
      const values = layers.map((layer) => layer[when]);
      const value = Math.max(...values);
      expect(best[when]).toEqual({ layer: values.indexOf(value), value });
    }
  },
  60_000,
);
