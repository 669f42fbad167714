import { TailscopeError } from '../../core/error.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import type { LabelledSentence } from '../../datasets/index.ts';
import {
  classify,
  logisticRegression,
  type LinearClassifier,
  type Rows,
} from '../../measures/logistic-regression.ts';
import type { ClassifierRequest, ClassifierResult } from '../../protocol/experiments/classifier.ts';
import { readCorpus } from '../corpus.ts';
import type { Model } from '../model.ts';
import { itemLayers } from './item-layers.ts';
import type { RunOptions } from './run-options.ts';

/**
 * Trains a linear classifier on sentences' mean vectors in every layer, before the treatment and after it: the supervised
 * control, since what a cut takes from cosines it need not take from a classifier.
 * @throws TailscopeError("no-items" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, section 4
 */
export async function classifier(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: ClassifierRequest,
  options: RunOptions = {},
): Promise<ClassifierResult> {
  const { name, train, test, specials } = request;
  const all = [...train, ...test];
  const texts = all.map(({ sentence }) => sentence);
  const corpus = await readCorpus(tokenizer, texts, specials, options.pause);
  // measured sentences in the order of the request: first those to learn from
  const numbers = corpus.sentences.map(({ index }) => index);
  const trained = numbers.filter((index) => index < train.length).length;
  const tested = numbers.length - trained;
  const learned = numbers.slice(0, trained).flatMap((index) => all[index] ?? []);
  const classes = [...new Set(learned.map(({ label }) => label))];
  if (classes.length < 2 || tested === 0) throw TailscopeError.of('no-items', { name, what: 'labels' });
  const labels = Int32Array.from(numbers, (index) => classes.indexOf(all[index]?.label ?? ''));

  const layers = encoder.shape.layers + 1;
  const before = new Float64Array(layers);
  const after = new Float64Array(layers);
  const items = numbers.map((sentence) => ({ sentence, tokens: 'measured' as const }));
  for await (const part of itemLayers({ encoder, runtime }, { corpus, items }, request, options)) {
    for (let l = 0; l < part.before.layers; l++) {
      await options.pause?.();
      const layer = part.firstLayer + l;
      const whole = trainAndTell(part.before, l, labels, trained, classes.length);
      before[layer] = whole.accuracy;
      after[layer] =
        part.after === part.before
          ? whole.accuracy
          : trainAndTell(part.after, l, labels, trained, classes.length, whole.found).accuracy;
    }
  }
  return {
    classes,
    before,
    after,
    majority: majorityShare(learned, labels.subarray(trained), classes),
    trained,
    tested,
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    unmeasured: corpus.unmeasured,
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
  };
}

/** @param start a classifier of nearly the same vectors: the minimum is the same, and near */
function trainAndTell(
  { data, tokens, dims }: HiddenStates,
  layer: number,
  labels: Int32Array,
  trained: number,
  classes: number,
  start?: LinearClassifier,
) {
  const from = layer * tokens * dims;
  const rows = (first: number, count: number): Rows => ({
    count,
    dims,
    data: data.subarray(from + first * dims, from + (first + count) * dims),
  });
  const found = logisticRegression(rows(0, trained), labels.subarray(0, trained), classes, start);
  const told = classify(found, rows(trained, tokens - trained));
  const right = told.filter((label, i) => label === labels[trained + i]).length;
  return { found, accuracy: right / told.length };
}

function majorityShare(
  learned: readonly LabelledSentence[],
  tested: Int32Array,
  classes: readonly string[],
): number {
  const counts = classes.map((name) => learned.filter(({ label }) => label === name).length);
  const most = counts.indexOf(Math.max(...counts));
  return tested.filter((label) => label === most).length / tested.length;
}
