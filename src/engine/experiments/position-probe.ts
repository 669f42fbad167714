import { at } from '../../core/at.ts';
import { TailscopeError } from '../../core/error.ts';
import { seeded } from '../../core/random.ts';
import { addContributions, largestLogits } from '../../measures/probe-contribution.ts';
import type {
  PositionProbeRequest,
  PositionProbeResult,
  ProbeContribution,
  ProbeLayer,
  ProbeProgress,
} from '../../protocol/experiments/position-probe.ts';
import { Algebra } from '../algebra.ts';
import { inOnePart, readCorpus, type Corpus, type CorpusParts } from '../corpus.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { ProbeTrainer, type Lessons } from '../probe.ts';
import { ITEM_MEMORY } from './item-chunks.ts';
import { ReadyTreatment } from './ready-treatment.ts';
import { tokenLayers } from './token-layers.ts';

/** The paper's number of positions told apart. */
const MOST_CLASSES = 300;
const TOP = 10;
/** Test rows whose logits are at hand at a time. */
const BLOCK = 4096;

/** Of a machine's memory, for vectors to learn from: with less, the model runs more often. */
const MEMORY_SHARE = 1 / 8;

/** Bytes of vectors that a probe may have at a time on a machine of so many bytes of memory. */
export function lessonMemory(machine: number): number {
  return Math.max(ITEM_MEMORY, MEMORY_SHARE * machine);
}

export interface ProbeOptions {
  readonly onProgress?: (progress: ProbeProgress) => void;
  readonly pause?: () => Promise<void>;
  readonly memory?: number;
  /** A text that a remedy is fitted on, in place of the one that is measured. */
  readonly fitOn?: CorpusParts | undefined;
}

/**
 * Trains a linear softmax probe without bias to tell a token's position from its vector, layer by layer, and says how much each
 * dimension has to do with its answers.
 * @throws TailscopeError("no-items" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, section 3, figure 5
 */
export async function positionProbe(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: PositionProbeRequest,
  { onProgress, pause, memory, fitOn }: ProbeOptions = {},
): Promise<PositionProbeResult> {
  const { dims } = encoder.shape;
  requireDimensions(request.dims, dims);
  const known = new Set(request.train.map((sentence) => sentence.trim()));
  const test = request.test.filter((sentence) => !known.has(sentence.trim()));
  const sentences = [...request.train, ...test];
  const corpus = await readCorpus(tokenizer, sentences, request.specials, pause);
  const split = splitTokens(corpus, request.train.length);
  if (split.train.length === 0 || split.test.length === 0)
    throw TailscopeError.of('no-items', { name: request.name, what: 'sentences' });

  const { treatment, specials } = request;
  const ready =
    treatment &&
    (await ReadyTreatment.on({ encoder, runtime }, inOnePart(corpus), treatment, specials, {
      fitOn,
      ...(pause && { pause }),
    }));
  const trainer = new ProbeTrainer(runtime);
  const algebra = new Algebra(runtime);
  const layers: ProbeLayer[] = [];
  const all = encoder.shape.layers + 1;
  const reading = {
    onSentences: (done: number, of: number) => onProgress?.({ doing: 'reading', done, of }),
    ...(pause && { pause }),
    ...(memory !== undefined && { memory }),
    ...(ready && { ready }),
  };
  try {
    for await (const { vectors } of tokenLayers(encoder, corpus, reading)) {
      for (let layer = 0; layer < vectors.layers; layer++) {
        const onShare = (share: number): void => {
          onProgress?.({ doing: 'training', done: layers.length + share, of: all });
        };
        onShare(0);
        const from = layer * vectors.tokens * dims;
        const data = vectors.data.subarray(from, from + vectors.tokens * dims);
        layers.push(await probeLayer(data, dims, { split, request, trainer, algebra, pause, onShare }));
      }
    }
  } finally {
    await trainer.release();
    await algebra.release();
    await ready?.release();
  }
  onProgress?.({ doing: 'training', done: all, of: all });
  const { frequent } = split;
  return {
    layers,
    classes: split.classes,
    majority: split.test.filter((token) => at(split.labels, token) === frequent).length / split.test.length,
    trained: split.train.length,
    tested: split.test.length,
    duplicates: request.test.length - test.length,
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
  };
}

/** Which tokens are learned from and which are told, by their numbers in the corpus. */
interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
  /** Position of every token. */
  readonly labels: Uint32Array;
  readonly classes: number;
  /** The position most frequent in training, the first on ties. */
  readonly frequent: number;
}

/** @param trained sentences to learn from, the first of the corpus's */
function splitTokens({ sentences, tokens }: Corpus, trained: number): Split {
  const labels = new Uint32Array(tokens);
  const learned = new Uint8Array(tokens);
  const counts = new Uint32Array(MOST_CLASSES);
  for (const { index, start, measured } of sentences) {
    for (const [i, position] of measured.entries()) {
      labels[start + i] = position;
      if (index >= trained) continue;
      learned[start + i] = 1;
      if (position < MOST_CLASSES) counts[position] = at(counts, position) + 1;
    }
  }
  // positions are seen from the first on, so that the last one seen says how many
  const classes = counts.findLastIndex((count) => count > 0) + 1;
  const numbers = Uint32Array.from(labels.keys()).filter((token) => at(labels, token) < classes);
  return {
    train: numbers.filter((token) => learned[token] === 1),
    test: numbers.filter((token) => learned[token] === 0),
    labels,
    classes,
    frequent: counts.indexOf(Math.max(...counts)),
  };
}

interface LayerOptions {
  readonly split: Split;
  readonly request: PositionProbeRequest;
  readonly trainer: ProbeTrainer;
  readonly algebra: Algebra;
  readonly pause: (() => Promise<void>) | undefined;
  readonly onShare: (share: number) => void;
}

/** @param data vectors of all tokens in one layer, [tokens, dims] */
async function probeLayer(
  data: Float32Array,
  dims: number,
  { split, request, trainer, algebra, pause, onShare }: LayerOptions,
): Promise<ProbeLayer> {
  const { train, test, labels, classes } = split;
  const lessons: Lessons = {
    rows: { rows: train.length, columns: dims, data: rowsOf(data, train, dims) },
    labels: train.map((token) => at(labels, token)),
    classes,
  };
  const options = { random: seeded(request.seed), onShare, ...(pause && { pause }) };
  const weights = await trainer.train(lessons, options);
  const sums = new Float64Array(dims);
  let right = 0;
  for (let from = 0; from < test.length; from += BLOCK) {
    await pause?.();
    const block = test.subarray(from, from + BLOCK);
    const rows = rowsOf(data, block, dims);
    const logits = await algebra.product(
      { rows: block.length, columns: dims, data: rows },
      { rows: classes, columns: dims, data: weights },
    );
    const told = largestLogits(logits, classes);
    for (const [i, token] of block.entries()) if (at(told, i) === at(labels, token)) right++;
    addContributions({ count: block.length, dims, data: rows }, told, weights, sums);
  }
  const c = sums.map((sum) => sum / test.length);
  const order = Array.from(c.keys()).sort((a, b) => at(c, b) - at(c, a));
  const contribution = (dim: number): ProbeContribution => ({
    dim,
    c: at(c, dim),
    rank: order.indexOf(dim) + 1,
  });
  return {
    accuracy: right / test.length,
    top: order.slice(0, TOP).map(contribution),
    followed: request.dims.map(contribution),
    meanContribution: c.reduce((sum, one) => sum + one, 0) / dims,
  };
}

function rowsOf(data: Float32Array, tokens: Uint32Array, dims: number): Float32Array {
  const rows = new Float32Array(tokens.length * dims);
  for (const [to, token] of tokens.entries())
    rows.set(data.subarray(token * dims, (token + 1) * dims), to * dims);
  return rows;
}
