import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readArguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';
import { measureModel } from '../testing/measure-model.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../public/${path}`, import.meta.url));
const DIM = 180;

const probed = (...flags: readonly string[]): Promise<string> =>
  measureModel(
    'position-probe',
    ['--data', at('examples/sentences.txt'), '--limit', '40', '--dims', String(DIM), ...flags],
    at('models/tailscope-bert'),
  );

const Report = v.object({
  layers: v.array(v.object({ contribution: v.array(v.object({ dim: v.number(), c: v.number() })) })),
});

async function contributions(...flags: readonly string[]): Promise<readonly (number | undefined)[]> {
  const { layers } = v.parse(Report, JSON.parse(await probed('--json', ...flags)));
  return layers.map(({ contribution }) => contribution.find(({ dim }) => dim === DIM)?.c);
}

it('is trained on what the cut leaves: a cut dimension contributes nothing, inside from layer 1 on', async () => {
  const cut = ['--cut', String(DIM)];
  expect(await contributions()).not.toContain(0);
  expect(await contributions(...cut)).toEqual([0, 0, 0, 0, 0]);
  const [embeddings, ...others] = await contributions(...cut, '--cut-where', 'inside');
  expect(embeddings).toBeGreaterThan(0);
  expect(others).toEqual([0, 0, 0, 0]);
}, 120_000);

it('says how many sentences are read, and how many layers are trained', async () => {
  const said: string[] = [];
  const flags = [
    '--data',
    at('examples/sentences.txt'),
    '--limit',
    '40',
    '--model',
    at('models/tailscope-bert'),
  ];
  const settings = readArguments(['position-probe', ...flags, '--threads', '1']);
  if (settings === 'help') throw new Error('this asks for help');
  await runExperiment(settings, { write: (text) => said.push(text) });
  expect(said.join('')).toMatch(/^40 of 40 sentences/m);
  expect(said.join('')).toMatch(/^5 of 5 layers trained$/m);
}, 120_000);

it('is trained on what a remedy leaves', async () => {
  const [whole, remedied] = [await contributions(), await contributions('--remedy', 'standardize')];
  whole.forEach((c, layer) => {
    expect(remedied[layer]).not.toBe(c);
  });
}, 120_000);

it('prints what the dimensions asked for contribute, the mean dimension, and their ratio', async () => {
  const [head = '', first = ''] = (await probed()).split('\n').filter((line) => /^(layer| *0 )/.test(line));
  expect(head).toMatch(/mean c +c of 180 +times the mean \(rank\)$/);
  const [, mean = '', c = '', ratio = ''] = /([\d.]+) +([\d.]+) +([\d.]+) \(\d+\)$/.exec(first) ?? [];
  expect(Number(c) / Number(mean)).toBeCloseTo(Number(ratio), 1);
}, 120_000);
