import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Tensor } from 'onnxruntime-node';
import { FAMILIES, HEADLESS, OTHER_HEADS } from '../../../scripts/exactness/checkpoints.ts';
import { readExport, sessionOf } from '../../../scripts/onnx/exported-model.ts';
import { loadModel } from '../../engine/node/index.ts';
import { readArguments, type Arguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';

const fixtures = fileURLToPath(new URL('../../graph/fixtures/', import.meta.url));
const WITH_HEAD = [...FAMILIES, ...OTHER_HEADS].filter((name) => !HEADLESS.has(name));

/** A logit, and a share, of two runtimes that round apart, the latter printed with six digits. */
const LOGIT = 1e-4;
const SHARE = 1e-5;

const answers = v.array(v.object({ id: v.number(), logit: v.number(), probability: v.number() }));
const Report = v.object({
  masks: v.array(v.object({ sentence: v.number(), position: v.number(), before: answers, after: answers })),
});
const Predictions = v.object({
  text: v.string(),
  cuts: v.array(v.object({ cut: v.array(v.number()), where: v.string(), answers })),
});

const Random = v.object({
  randomCut: v.array(v.number()),
  masks: v.array(v.object({ after: answers, random: answers })),
});

const one = v.object({ loss: v.number(), perplexity: v.number() });
const Loss = v.object({
  masking: v.string(),
  whole: one,
  after: one,
  inside: one,
  randomInside: v.object({ low: v.number(), high: v.number() }),
});

function settings(...flags: readonly string[]): Arguments {
  const read = readArguments(['predict', '--threads', '1', ...flags]);
  if (read === 'help') throw new Error('this asks for help');
  return read;
}

function predict(name: string, ...flags: readonly string[]): Promise<string> {
  return runExperiment(settings('--model', resolve(fixtures, name), ...flags), { write: () => undefined });
}

async function report(name: string, ...flags: readonly string[]): Promise<v.InferOutput<typeof Report>> {
  return v.parse(Report, JSON.parse(await predict(name, '--json', ...flags)));
}

describe.each(WITH_HEAD)('the words that %s guesses', (name) => {
  const { text, cuts } = v.parse(
    Predictions,
    JSON.parse(readFileSync(`${fixtures}${name}/predictions.json`, 'utf8')),
  );
  const [whole] = cuts;

  it.each(cuts)(
    'are those of transformers with $cut cut $where the network',
    async ({ cut, where, answers }) => {
      const flags = cut.length === 0 ? [] : ['--cut', cut.join(), '--cut-where', where];
      const { masks } = await report(name, '--text', text, ...flags);
      expect(masks).toHaveLength(1);
      expectSame(masks[0]?.before, whole?.answers);
      expectSame(masks[0]?.after, answers);
    },
  );

  it('are the same whichever way the mask is spelled', async () => {
    const other = text.includes('[MASK]')
      ? text.replace('[MASK]', '<mask>')
      : text.replace('<mask>', '[MASK]');
    expect(other).not.toBe(text);
    expectSame((await report(name, '--text', other)).masks[0]?.before, whole?.answers);
  });
});

const exported = (name: string) =>
  fileURLToPath(new URL(`../../graph/edit/fixtures/${name}/`, import.meta.url));

describe.each([
  ['bert-mlm', 'trace14.f32.onnx'],
  ['bert-mlm', 'trace17.int8.onnx'],
  ['roberta-mlm', 'trace14.f32.onnx'],
  ['roberta-mlm', 'trace17.int8.onnx'],
  ['distilbert-mlm', 'export.f32.onnx'],
  ['distilbert-mlm', 'trace17.int8.onnx'],
] as const)('the words that an export, %s/%s, guesses', (name, weights) => {
  const headed = exported(name);
  const text = 'The quick [MASK] jumps.';

  it('are those that the file as it is finds likeliest', async () => {
    const { masks } = await report(headed, '--weights', weights, '--text', text);
    expect(masks).toHaveLength(1);
    expectSame(masks[0]?.before, await likeliest(headed, weights, text));
  });

  it.each(['after', 'inside'])('are others with dimensions cut %s the network', async (where) => {
    const flags = ['--weights', weights, '--text', text, '--cut', '3,5', '--cut-where', where];
    const { masks } = await report(headed, ...flags);
    expectSame(masks[0]?.before, await likeliest(headed, weights, text));
    const logits = (of: v.InferOutput<typeof answers> | undefined) => of?.map(({ logit }) => logit);
    expect(logits(masks[0]?.after)).toHaveLength(10);
    expect(logits(masks[0]?.after)).not.toEqual(logits(masks[0]?.before));
  });
});

/** The ten likeliest words for the mask of a sentence, by the logits of an export that was not edited. */
async function likeliest(
  headed: string,
  weights: string,
  text: string,
): Promise<v.InferOutput<typeof answers>> {
  const { encoder, tokenizer } = await loadModel(headed, { weights, threads: 1 });
  await encoder.release();
  const { ids } = tokenizer.encode(text);
  const session = await sessionOf(await readExport(headed, weights), undefined, 'all');
  const feed = (value: (id: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(ids, (id) => BigInt(value(id))),
      [1, ids.length],
    );
  const known = { input_ids: feed((id) => id), attention_mask: feed(() => 1), token_type_ids: feed(() => 0) };
  const feeds = Object.fromEntries(
    Object.entries(known).filter(([name]) => session.inputNames.includes(name)),
  );
  const { logits: all } = await session.run(feeds, ['logits']);
  const vocabulary = all?.dims[2] ?? NaN;
  const position = ids.indexOf(tokenizer.mask?.id ?? -1);
  const logits = (all?.data as Float32Array).slice(position * vocabulary, (position + 1) * vocabulary);
  await session.release();
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  return Array.from(logits, (logit, id) => ({ id, logit, probability: Math.exp(logit) / sum }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, 10);
}

function expectSame(
  found: v.InferOutput<typeof answers> | undefined,
  expected: v.InferOutput<typeof answers> | undefined,
): void {
  expect(found?.map(({ id }) => id)).toEqual(expected?.map(({ id }) => id));
  expect(found).toHaveLength(10);
  for (const [i, { logit, probability }] of (expected ?? []).entries()) {
    expect(Math.abs((found?.[i]?.logit ?? NaN) - logit)).toBeLessThan(LOGIT);
    expect(Math.abs((found?.[i]?.probability ?? NaN) - probability)).toBeLessThan(SHARE);
  }
}

describe('predict', () => {
  it('answers every mask of every sentence, in their order', async () => {
    const text = 'The <mask> and the <mask>.\nNothing here.\n<mask> again, and much longer than the others.';
    const { masks } = await report('distilbert', '--text', text);
    expect(masks.map(({ sentence }) => sentence)).toEqual([0, 0, 2]);
    expect(masks[0]?.position).toBe(2);
    expect(masks[0]?.position).toBeLessThan(masks[1]?.position ?? 0);
  });

  it('draws a table for each mask, with the words after a cut beside those before', async () => {
    const drawn = await predict('roberta', '--text', 'The <mask> and <mask>.');
    expect(drawn).toMatch(/Mask 1: token 2 of sentence 1\nword +logit +probability\n/);
    expect(drawn).toMatch(/Mask 2: /);
    const cut = await predict('roberta', '--text', 'A <mask>.', '--cut', '3');
    expect(cut).toMatch(
      /\nbefore +logit +probability +after +logit +probability +random +logit +probability\n/,
    );
    expect(cut).toMatch(/\n\nrandom: dimension \d+ cut in place of those, drawn by the seed$/);
  });

  it.each(['after', 'inside'])(
    'has beside a cut %s the network the words with other dimensions cut there, the same for the same seed',
    async (where) => {
      const guess = async (cut: string, ...flags: string[]) => {
        const all = ['--text', 'A <mask>.', '--cut', cut, '--cut-where', where, ...flags];
        return v.parse(Random, JSON.parse(await predict('roberta', '--json', ...all)));
      };
      const { randomCut, masks } = await guess('3,5');
      expect(randomCut).toHaveLength(2);
      for (const dim of [3, 5]) expect(randomCut).not.toContain(dim);
      expect(masks[0]?.random).toEqual((await guess(randomCut.join())).masks[0]?.after);
      expect((await guess('3,5')).randomCut).toEqual(randomCut);
      expect((await guess('3,5', '--seed', '2')).randomCut).not.toEqual(randomCut);
    },
  );

  it('gives the loss over a text, cut after the network and inside it, beside random cuts', async () => {
    const flags = ['--text', 'The dog barked.', '--cut', '3', '--loss', 'each'];
    const found = v.parse(Loss, JSON.parse(await predict('roberta', '--json', ...flags)));
    expect(found.masking).toBe('each');
    expect(found.whole.perplexity).toBeCloseTo(Math.exp(found.whole.loss), 2);
    expect(found.randomInside.low).toBeLessThanOrEqual(found.randomInside.high);
    expect(await predict('roberta', ...flags)).toMatch(/cut inside it +[\d.]+ +[\d.]+ +[\d.]+ \([\d.]+ to /);
  });

  it('needs something to cut for a loss', async () => {
    const asking = predict('roberta', '--text', 'The dog.', '--loss', 'seeded');
    await expect(asking).rejects.toMatchObject({ code: 'usage-missing' });
  });

  it.each([
    ['a text without a mask', ['roberta', '--text', 'The cats.'], 'no-mask'],
    ['a checkpoint without the head', ['camembert', '--text', 'The <mask>.'], 'no-masked-words'],
    ['a model there is none of', ['nowhere', '--text', 'The <mask>.'], 'no-folder'],
    ['a dimension there is none of', ['roberta', '--text', 'The <mask>.', '--cut', '32'], 'dimension'],
  ] as const)('says what is wrong with %s', async (_, [name, ...flags], code) => {
    await expect(predict(name, ...flags)).rejects.toMatchObject({ code });
  });

  it('says so when the tokenizer has no mask', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'maskless');
    cpSync(`${fixtures}distilbert`, folder, { recursive: true });
    const tokenizer = join(folder, 'tokenizer.json');
    writeFileSync(tokenizer, readFileSync(tokenizer, 'utf8').replaceAll('[MASK]', '[HOLE]'));
    const asking = runExperiment(settings('--model', folder, '--text', 'The [MASK].'), {
      write: () => undefined,
    });
    await expect(asking).rejects.toMatchObject({
      code: 'no-mask-token',
      sentence: 'The tokenizer of maskless has no token for a masked word.',
    });
  });
});
