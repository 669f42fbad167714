import * as v from 'valibot';

/** The command's JSON, as far as claims are judged by it (docs/measures.md has all of it). */
const real = v.nullable(v.number());
/** What is null has no value on the data. */
const figure = v.pipe(
  real,
  v.transform((value) => value ?? NaN),
);
const share = v.object({ dim: v.number(), share: v.number() });
const side = v.picklist(['min', 'max']);

export const TAILS = v.object({
  layers: v.array(
    v.object({
      argmin: v.array(share),
      argmax: v.array(share),
      z: v.array(v.object({ dim: v.number(), z: v.number(), mean: v.number() })),
    }),
  ),
  tails: v.array(v.object({ dim: v.number(), side, layers: v.array(v.number()) })),
});

export const CHANGE = v.object({
  model: v.object({ dims: v.number() }),
  layers: v.array(v.object({ before: figure, after: figure })),
});

export const SELF_SIMILARITY = v.object({
  layers: v.array(v.object({ adjustedBefore: figure, adjustedAfter: figure })),
});

const cell = v.object({ accuracy: v.number(), layer: v.number(), threshold: v.number() });
export const WIC = v.object({ best: v.object({ before: cell, after: cell }) });

/** In per cent. */
const accuracy = v.object({ macro: figure });
export const WSD = v.object({ layers: v.array(v.object({ before: accuracy, after: accuracy })) });

export const PROBE = v.object({
  layers: v.array(
    v.object({
      accuracy: v.number(),
      contribution: v.array(v.object({ dim: v.number(), c: v.number() })),
      meanContribution: v.number(),
    }),
  ),
});

const rank = v.object({
  dim: v.number(),
  z: v.number(),
  rank: v.number(),
  fromLargest: v.number(),
  fromSmallest: v.number(),
});
export const ORIGINS = v.object({
  positionEmbeddings: v.nullable(
    v.object({ tails: v.array(v.object({ dim: v.number(), ranks: v.array(v.number()) })) }),
  ),
  tokenEmbeddings: v.nullable(v.object({ tails: v.array(rank) })),
  segmentEmbeddings: v.nullable(v.array(v.array(rank))),
  layerNorms: v.array(
    v.object({
      layer: v.number(),
      after: v.picklist(['embeddings', 'attention', 'feed-forward']),
      gamma: v.array(rank),
      beta: v.array(rank),
    }),
  ),
  notAvailable: v.array(v.object({ what: v.string(), why: v.picklist(['export', 'none', 'projected']) })),
});
