import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { GroupedCosine } from '../measures/grouped-cosine.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { runControl } from './control.ts';

const Numbers = v.array(v.number());
const Range = v.object({ cut: v.number(), mean: v.number(), low: v.number(), high: v.number() });
const Fixture = v.object({
  controls: v.array(
    v.object({
      dims: v.number(),
      data: Numbers,
      starts: Numbers,
      cut: Numbers,
      seed: v.number(),
      draws: v.array(Numbers),
      figures: v.object({ anisotropy: Range }),
    }),
  ),
});
// Remade by `python -m models.control_oracle`
const path = new URL('../measures/fixtures/controls.json', import.meta.url);
const { controls } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));
const Found = v.object({
  draws: v.array(Numbers),
  layers: v.array(v.record(v.string(), v.object({ mean: v.number(), low: v.number(), high: v.number() }))),
});

function asked(cut: readonly number[], seed: number): Arguments {
  const settings = readArguments(['anisotropy', '--model', 'm', '--text', 't', '--seed', String(seed)]);
  if (settings === 'help') throw new Error('this asks for help');
  return { ...settings, cut };
}

describe.each(controls)(
  'the control for a cut, case %#',
  ({ dims, data, starts, cut, seed, draws, figures }) => {
    const states = { layers: 1, tokens: data.length / dims, dims, data: Float32Array.from(data) };
    const run = (of: readonly number[]) => {
      const cosine = new GroupedCosine(1, dims, of);
      cosine.add(states, Uint32Array.from(starts), [...starts.keys()].slice(1));
      const after = { deep: cosine.anisotropy()?.[0] ?? NaN };
      return Promise.resolve({
        fields: { layers: [{ before: 9, after }], majority: 1 },
        text: '',
        measured: { sentences: 4, tokens: 14 },
      });
    };

    it('has the mean and the range over draws that NumPy has, of what is after the cut alone', async () => {
      const { fields } = await run(cut);
      const { fields: control, text } = await runControl(fields, dims, asked(cut, seed), run);
      const found = v.parse(Found, control);
      expect(found.draws).toEqual(draws);
      expect(found.layers.map((layer) => Object.keys(layer))).toEqual([['after.deep']]);
      const range = found.layers[0]?.['after.deep'];
      // to six digits
      expect(range?.mean).toBeCloseTo(figures.anisotropy.mean, 6);
      expect(range?.low).toBeCloseTo(figures.anisotropy.low, 9);
      expect(range?.high).toBeCloseTo(figures.anisotropy.high, 9);
      expect(text).toContain('20');
    });
  },
);
