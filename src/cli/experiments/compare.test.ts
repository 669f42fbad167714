import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';

const exported = fileURLToPath(new URL('../../graph/edit/fixtures/bert/', import.meta.url));
const fixtures = fileURLToPath(new URL('../../graph/fixtures/', import.meta.url));
const TEXT = 'The lighthouse keeper painted the door.';

const Layer = v.object({
  largest: v.number(),
  mean: v.number(),
  cosine: v.number(),
  lowestCosine: v.number(),
});
const Model = v.object({ id: v.string(), weights: v.string(), approximate: v.boolean() });
const Reported = v.object({ model: Model, against: Model, layers: v.array(Layer) });

let said = '';
async function run(...more: string[]): Promise<string> {
  said = '';
  const settings = readArguments(['compare', '--text', TEXT, '--threads', '1', ...more]);
  if (settings === 'help') throw new Error('no help was asked for');
  return runExperiment(settings, { write: (text) => (said += text) });
}
const report = async (...more: string[]) => v.parse(Reported, JSON.parse(await run(...more, '--json')));

describe('compare', () => {
  it('finds two exports of one network alike', async () => {
    const weights = ['--weights', 'trace11.f32.onnx', '--against-weights', 'export.f32.onnx'];
    const { layers, against } = await report('--model', exported, ...weights);
    expect(against).toEqual({ id: 'bert', weights: 'export.f32.onnx', approximate: false });
    expect(layers).toHaveLength(3);
    for (const { largest, lowestCosine } of layers) {
      expect(largest).toBeLessThan(1e-5);
      expect(lowestCosine).toBeGreaterThan(0.99999);
    }
  });

  it('finds how far a rounded export is off, and says which weights were taken', async () => {
    const weights = ['--weights', 'trace11.f32.onnx', '--against-weights', 'trace17.uint8.onnx'];
    const { layers, model, against } = await report('--model', exported, ...weights);
    expect([model.approximate, against.approximate]).toEqual([false, true]);
    for (const { largest, mean, cosine, lowestCosine } of layers) {
      expect(largest).toBeGreaterThan(mean);
      expect(mean).toBeGreaterThan(1e-4);
      expect(cosine).toBeGreaterThan(lowestCosine);
      expect(lowestCosine).toBeGreaterThan(0.98);
    }
    expect(said).toMatch(/weights trace11\.f32\.onnx \(not taken: .*trace17\.uint8\.onnx.*\)/);
    expect(said).toMatch(/weights trace17\.uint8\.onnx, rounded to integers/);
  });

  it('draws a table, a line for each layer', async () => {
    const weights = ['--weights', 'trace11.f32.onnx', '--against-weights', 'trace17.uint8.onnx'];
    const lines = (await run('--model', exported, ...weights)).split('\n');
    expect(lines).toContain('against bert, weights trace17.uint8.onnx (rounded to integers)');
    expect(lines.filter((line) => /^ +\d /.test(line))).toHaveLength(3);
  });

  it('compares with a model in another folder', async () => {
    const bert = join(fixtures, 'bert-f32');
    const { layers } = await report('--model', bert, '--against', bert);
    expect(layers.map(({ largest }) => largest)).toEqual([0, 0, 0]);
  });

  it.each([
    ['layers', 'albert', 'bert-f32'],
    ['dimensions', 'bert-f32', '../edit/fixtures/bert'],
  ])('says that two models have different %s', async (of, name, other) => {
    const models = ['--model', join(fixtures, name), '--against', join(fixtures, other)];
    await expect(run(...models)).rejects.toMatchObject({
      code: 'models-differ',
      sentence: expect.stringContaining(of) as string,
    });
  });

  it('says that two models read a text as different tokens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
    cpSync(join(fixtures, 'bert-f32'), folder, { recursive: true });
    const path = join(folder, 'tokenizer.json');
    // without lowercasing
    writeFileSync(path, readFileSync(path, 'utf8').replace('"lowercase": true', '"lowercase": false'));
    await expect(run('--model', join(fixtures, 'bert-f32'), '--against', folder)).rejects.toMatchObject({
      code: 'models-differ',
      sentence: expect.stringContaining('tokens') as string,
    });
  });

  it('asks what to compare with', () => {
    expect(() => readArguments(['compare', '--model', 'm', '--text', 't'])).toThrow(/--against is missing/);
  });
});
