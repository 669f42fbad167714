import * as v from 'valibot';
import { flag, listOf, number, placesOf, quantity, text, whole } from './lenient.ts';

/** Entries read of a list; a card of ours has some hundred reports of fourteen parts. */
const MOST_REPORTS = 5000;
const MOST_PARTS = 300;

/** Where a number comes from: a dimension. */
const dim = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const real = v.pipe(v.number(), v.finite());

const Share = v.object({ dim, share: v.pipe(real, v.minValue(0), v.maxValue(1)) });
const AtDimension = v.object({ dim, value: real });

const LayerFile = v.object({
  argmin: whole(Share),
  argmax: whole(Share),
  z: whole(v.object({ dim, z: real, mean: number })),
  kurtosis: number,
  anisotropy: number,
});

const NormFile = v.object({ norm: v.string(), gamma: whole(AtDimension), beta: whole(AtDimension) });

const ReportFile = v.object({
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  tokens: v.pipe(real, v.minValue(0)),
  loss: number,
  perplexity: number,
  layers: placesOf(LayerFile, MOST_PARTS),
  norms: listOf(NormFile, MOST_PARTS),
});

const ExampleFile = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  expected: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  // none where the word is no single piece of the model's vocabulary
  rank: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  top: listOf(v.object({ word: v.pipe(v.string(), v.maxLength(200)), probability: real }), 20),
});

const StageFile = v.object({
  fromStep: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  toStep: quantity,
  tokens: number,
  hours: number,
  hardware: text,
  note: text,
});

const TailFile = v.object({
  dim,
  side: v.fallback(v.optional(v.picklist(['min', 'max'])), undefined),
  share: number,
  z: number,
});

const FoundTailFile = v.object({
  dim,
  side: v.picklist(['min', 'max']),
  scope: v.picklist(['all', 'special']),
  layers: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  carriers: v.fallback(v.array(v.picklist(['word', 'first', 'last'])), []),
});

const ExperimentFile = v.object({
  name: text,
  changed: text,
  tokens: number,
  perplexity: number,
  tail: v.union([v.null(), v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600)), whole(TailFile)]),
});

const CardFile = v.object({
  name: text,
  position_embeddings: flag,
  architecture: whole(
    v.object({
      type: text,
      layers: quantity,
      dims: quantity,
      heads: quantity,
      feedForward: quantity,
      positions: quantity,
    }),
  ),
  data: whole(
    v.object({ name: text, licence: text, credit: text, tokens: quantity, heldOutTokens: quantity }),
  ),
  training: whole(
    v.object({
      steps: quantity,
      plannedSteps: quantity,
      finished: flag,
      tokens: number,
      sequenceLengths: text,
      maskedShare: number,
      optimizer: text,
      learning_rate: number,
      warm_up: quantity,
      beta2: number,
      weight_decay: number,
      seed: quantity,
      precision: text,
      hours: number,
      hardware: text,
      stages: listOf(StageFile, 100),
    }),
  ),
  perplexity: whole(v.object({ heldOut: number, low: number, high: number, of: text, atStep: quantity })),
  measured: whole(v.object({ tokens: quantity })),
  layers: placesOf(LayerFile, MOST_PARTS),
  tails: listOf(FoundTailFile, MOST_PARTS),
  cut: whole(
    v.object({ dims: v.array(dim), anisotropyBefore: v.array(real), anisotropyAfter: v.array(real) }),
  ),
  curve: listOf(ReportFile, MOST_REPORTS),
  examples: listOf(ExampleFile, 200),
  experiments: listOf(ExperimentFile, 200),
  licence: text,
  not: text,
});

/** The dimension that is the smallest (largest) element of the most vectors, and of how large a share. */
export type ShareHolder = v.InferOutput<typeof Share>;
/** What a training run said of one layer's vectors on held-out text. */
export type LayerReport = v.InferOutput<typeof LayerFile>;
/** The largest |gamma| and |beta| of a LayerNorm, signed, and whose they are. */
export type NormReport = v.InferOutput<typeof NormFile>;
/** What a training run said of itself at one step; layers 0..L, undefined where unreadable. */
export type TrainingReport = v.InferOutput<typeof ReportFile>;
/** A sentence with one [MASK], and at which rank the model has the word that was expected there; null where it cannot say it. */
export type MaskedExample = v.InferOutput<typeof ExampleFile>;
/** What one optimizer did: a run taken up from its exported weights begins another stage. */
export type TrainingStage = v.InferOutput<typeof StageFile>;
/** A tail of the finished weights, by the rule of docs/measures.md; of all vectors, or of a special token's. */
export type FoundTail = v.InferOutput<typeof FoundTailFile>;
/** A short run in which something was varied, and whether a tail came of it. */
export type Experiment = v.InferOutput<typeof ExperimentFile>;
/** What a card.json says of its model. Everything is optional; reports are in the order of training. */
export interface ModelCard extends Omit<v.InferOutput<typeof CardFile>, 'position_embeddings'> {
  /** False only where the card says that the model was trained without. */
  readonly positionEmbeddings: boolean | undefined;
}

/** Reads any parsed JSON; undefined for what is no card at all. Never throws. */
export function parseModelCard(json: unknown): ModelCard | undefined {
  const known = v.safeParse(CardFile, json);
  if (!known.success || Array.isArray(json)) return undefined;
  const { position_embeddings: positionEmbeddings, curve, ...rest } = known.output;
  const inOrder = [...curve].sort((a, b) => a.tokens - b.tokens || a.step - b.step);
  return { ...rest, positionEmbeddings, curve: inOrder };
}
