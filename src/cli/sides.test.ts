import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { measureModel } from './testing/measure-model.ts';

const place = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));
const MODEL = place('models/tailscope-bert');
const Report = v.object({
  settings: v.looseObject({ against: v.optional(v.unknown()), positions: v.optional(v.string()) }),
  layers: v.array(v.record(v.string(), v.unknown())),
});

async function report(experiment: string, data: string, ...flags: string[]) {
  const input = ['--data', place(`examples/${data}`), '--json'];
  return v.parse(Report, JSON.parse(await measureModel(experiment, [...input, ...flags], MODEL)));
}

/** The numbers of one side, by their path with the side's own name left out. */
function side(which: 'before' | 'after', layers: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    else if (new RegExp(which, 'i').test(path)) found.set(path.replace(new RegExp(which, 'i'), ''), value);
  };
  layers.forEach((layer, l) => {
    visit(layer, String(l));
  });
  return found;
}

test.each([
  ['anisotropy', 'sentences.txt', 5],
  ['self-similarity', 'sentences.txt', 10],
  ['geometry', 'sentences.txt', 10],
  ['wic', 'wic.data.txt', 15],
  ['wsd', 'wsd', 10],
  ['sts', 'sts.tsv', 10],
  ['syntax', 'trees.mrg', 15],
  ['classifier', 'sst-like.tsv', 5],
])(
  '%s: what is asked to stand before does, and does not touch what stands after',
  async (experiment, data, figures) => {
    const against = ['--against-cut', '180', '--against-cut-where', 'inside', '--against-remedy', 'center'];
    const both = await report(experiment, data, '--cut', '180', ...against);
    const base = await report(
      experiment,
      data,
      ...['--cut', '180', '--cut-where', 'inside', '--remedy', 'center'],
    );
    const after = await report(experiment, data, '--cut', '180');
    // intervals of before are named by their ends alone
    const before = side('before', both.layers);
    const based = side('after', base.layers);
    for (const [path, value] of before) expect([path, value]).toEqual([path, based.get(path)]);
    expect(before.size).toBeGreaterThanOrEqual(figures);
    for (const [path, value] of side('after', after.layers))
      if (!path.includes('change'))
        expect([path, side('after', both.layers).get(path)]).toEqual([path, value]);
    expect(both.settings.against).toEqual({ cut: [180], cutWhere: 'inside', remedy: 'center' });
    expect(after.settings).not.toHaveProperty('against');
  },
  120_000,
);

test('positions are told to every experiment', async () => {
  const flags = ['--limit', '60'];
  const of = async (...more: string[]) => report('tails', 'sentences.txt', ...flags, ...more);
  const whole = await of();
  for (const move of ['shuffled', 'zero', 'shift:2']) {
    const moved = await of('--positions', move);
    expect(moved.settings.positions).toBe(move);
    expect(moved.layers).not.toEqual(whole.layers);
  }
  expect((await of('--positions', 'as-they-are')).layers).toEqual(whole.layers);
  expect(whole.settings).not.toHaveProperty('positions');
  await expect(of('--positions', 'shift:127')).rejects.toMatchObject({ code: 'shift-too-far' });
  const text = ['--text', 'The dog [MASK] at the cat.'];
  const guessed = await measureModel('predict', text, MODEL);
  expect(await measureModel('predict', [...text, '--positions', 'zero'], MODEL)).not.toBe(guessed);
}, 120_000);

test('a remedy is fitted on the data, or on another text, which the report names', async () => {
  const own = await report('anisotropy', 'sentences.txt', '--remedy', 'whiten');
  const told = (path: string) => ['--remedy', 'whiten', '--remedy-data', place(`examples/${path}`)];
  const same = await report('anisotropy', 'sentences.txt', ...told('sentences.txt'));
  const other = await report('anisotropy', 'sentences.txt', ...told('sst-like.tsv'));
  expect(same.layers).toEqual(own.layers);
  expect(side('before', other.layers)).toEqual(side('before', own.layers));
  expect(side('after', other.layers)).not.toEqual(side('after', own.layers));
  expect(own.settings).not.toHaveProperty('remedyData');
  expect(other.settings).toHaveProperty('remedyData.name', 'sst-like.tsv');
});

test('so is the probe of positions', async () => {
  const fit = ['--remedy', 'standardize', '--remedy-data', place('examples/sst-like.tsv')];
  const own = await report('position-probe', 'sentences.txt', '--remedy', 'standardize');
  const other = await report('position-probe', 'sentences.txt', ...fit);
  expect(other.layers).not.toEqual(own.layers);
});

test('what a remedy is to be fitted on is read before any model is', async () => {
  const missing = place('examples/nowhere.txt');
  const flags = ['--data', place('examples/sentences.txt'), '--remedy', 'whiten', '--remedy-data', missing];
  await expect(measureModel('anisotropy', flags, place('models/none'))).rejects.toMatchObject({
    code: 'no-file',
  });
});
