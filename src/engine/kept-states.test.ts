import { Tensor } from 'onnxruntime-common';
import { describe, expect, it } from 'vitest';
import { INPUT } from '../graph/index.ts';
import { readCorpus } from './corpus.ts';
import { corpusPass, type PassOptions } from './corpus-pass.ts';
import { Encoder } from './encoder.ts';
import { KeptStates } from './kept-states.ts';
import { FakeModel } from './testing/fake-model.ts';

const states = (elements: number) => ({
  layers: 1,
  tokens: elements,
  dims: 1,
  data: new Float32Array(elements),
});

describe('states that are kept', () => {
  it('are the last used ones, up to so many bytes', () => {
    const kept = new KeptStates(40);
    const [a, b, c] = [states(4), states(4), states(4)];
    kept.set('a', a);
    kept.set('b', b);
    expect(kept.get('a')).toBe(a);
    kept.set('c', c);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([a, undefined, c]);
  });
  it('count once what is set twice', () => {
    const kept = new KeptStates(40);
    const [a, b] = [states(4), states(4)];
    kept.set('a', a);
    kept.set('a', a);
    kept.set('b', b);
    expect([kept.get('a'), kept.get('b')]).toEqual([a, b]);
  });
  it('are none that are larger than that', () => {
    const kept = new KeptStates(40);
    kept.set('a', states(11));
    expect(kept.get('a')).toBeUndefined();
  });
});

/** A network whose vectors are the ids times the first element of `keep`, of two layers and two dimensions. */
function counting(kept: KeptStates) {
  const runs = { count: 0 };
  const run = ({ [INPUT.ids]: ids, [INPUT.keep]: keep }: Record<string, Tensor>) => {
    runs.count++;
    const data = Float32Array.from(
      { length: (ids?.size ?? 0) * 2 },
      (_, i) => Number(ids?.data[Math.floor(i / 2)]) * Number(keep?.data[0]),
    );
    const hidden = new Tensor('float32', data, [data.length / 2, 2]);
    return Promise.resolve({ hidden_0: hidden, hidden_1: hidden });
  };
  const session = {
    inputNames: Object.values(INPUT),
    outputNames: ['hidden_0', 'hidden_1'],
    run,
    release: () => Promise.resolve(),
  };
  const shape = { layers: 1, dims: 2, padId: 0, firstPosition: 0 };
  return { runs, encoder: new Encoder(session, Tensor, shape, {}, kept) };
}

const corpus = (sentences: readonly string[]) => readCorpus(new FakeModel().tokenizer, sentences, 'include');

async function passed(encoder: Encoder, sentences: readonly string[], options: PassOptions = {}) {
  const values: number[] = [];
  for await (const { states, beside } of corpusPass(encoder, await corpus(sentences), options))
    values.push(...states.data, ...(beside?.data ?? []));
  return values;
}

describe('a pass over sentences', () => {
  it('that passed just now is the same, and runs nothing', async () => {
    const { encoder, runs } = counting(new KeptStates(10_000));
    const first = await passed(encoder, ['3 4', '5']);
    const { count } = runs;
    expect(await passed(encoder, ['3 4', '5'])).toEqual(first);
    expect(runs.count).toBe(count);
  });
  it('that passed in another order is the same, too', async () => {
    const { encoder, runs } = counting(new KeptStates(100_000));
    const sentences = ['3 4', '5 6', '7 8', '9', '8 7'];
    await passed(encoder, sentences);
    const { count } = runs;
    await passed(encoder, sentences.toReversed());
    expect(runs.count).toBe(count);
  });
  it('runs whatever is fed otherwise: places, scale, factors, other words', async () => {
    const { encoder, runs } = counting(new KeptStates(10_000));
    await passed(encoder, ['3 4']);
    const moved = encoder.moved({ places: (ids) => ids.map((_, i) => i + 1) });
    await passed(moved, ['3 4']);
    expect(runs.count).toBe(2);
    await passed(moved, ['3 4']);
    expect(runs.count).toBe(2);
    await passed(encoder, ['3 4'], { positionScale: 0 });
    await passed(encoder, ['3 6']);
    expect(runs.count).toBe(4);
    const keep = Float32Array.of(2, 1, 1, 1);
    const [one = 0] = await passed(encoder, ['3 4']);
    const halves = await passed(encoder, ['3 4'], { beside: { keep } });
    expect(halves[halves.length / 2]).toBe(2 * one);
    expect(runs.count).toBe(5);
  });
  it('keeps nothing of a text that is larger than what is kept, nor of memory that is used again', async () => {
    const { encoder, runs } = counting(new KeptStates(100));
    const long = ['3 4 5 6 7 8 9 3 4 5 6 7 8'];
    await passed(encoder, long);
    await passed(encoder, long);
    expect(runs.count).toBe(2);
    await passed(encoder, ['3'], { reuse: true });
    await passed(encoder, ['3'], { reuse: true });
    expect(runs.count).toBe(4);
  });
});
