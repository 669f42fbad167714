import * as v from 'valibot';
import type { RunnerUps } from '../../measures/runner-ups.ts';
import type { Exploration, HeldSample } from '../../protocol/exploration.ts';
import { counts, doubles, floats, writeCounts, writeFloats } from './typed-arrays.ts';

/** What the page draws before any model runs: computed by the same engine when the page was built. */
export interface Example {
  /** SHA-256 of the weights it was computed with. */
  readonly sha256: string;
  readonly exploration: Exploration;
  /** The similarity matrix of its repeated words. */
  readonly words: { readonly items: readonly number[]; readonly held: HeldSample };
}

/** No worker holds the example's vectors: handles that none gives out. */
const NOBODY = { exploration: -1, words: -2 };

const sample = v.object({
  layers: v.number(),
  items: v.number(),
  squares: doubles,
  left: counts,
  right: counts,
  weights: doubles,
  dots: doubles,
});
const narrow = v.pipe(
  counts,
  v.transform((wide) => Uint16Array.from(wide)),
);
const runnerUps = v.object({ starts: counts, extreme: narrow, next: narrow, count: counts });
const held = v.object({
  handle: v.number(),
  sample,
  columns: v.pipe(
    v.array(v.tuple([v.number(), floats])),
    v.transform((entries) => new Map(entries)),
  ),
});
const example = v.object({
  sha256: v.string(),
  exploration: v.object({
    handle: v.number(),
    request: v.object({
      sentences: v.array(v.string()),
      specials: v.picklist(['include', 'exclude']),
      seed: v.number(),
      pairs: v.number(),
      columns: v.array(v.number()),
    }),
    sentences: v.number(),
    of: v.number(),
    counted: v.tuple([v.number(), v.number(), v.number()]),
    truncated: v.array(v.object({ sentence: v.number(), tokens: v.number(), kept: v.number() })),
    unknown: v.optional(v.number(), 0),
    layers: v.number(),
    dims: v.number(),
    mean: floats,
    square: floats,
    minima: counts,
    maxima: counts,
    nextMinima: runnerUps,
    nextMaxima: runnerUps,
    direction: floats,
    contribution: doubles,
    histogram: v.object({ bins: v.number(), width: doubles, counts }),
    tokens: v.object({
      text: v.array(v.string()),
      id: counts,
      sentence: counts,
      position: narrow,
      kind: v.pipe(
        counts,
        v.transform((wide) => Uint8Array.from(wide)),
      ),
      continues: v.pipe(
        counts,
        v.transform((wide) => Uint8Array.from(wide)),
      ),
    }),
    pairs: held,
    pairsFrom: v.picklist(['different-sentences', 'one-sentence']),
    pairsComplete: v.boolean(),
  }),
  words: v.object({ items: v.array(v.number()), held }),
});

/** An example of `writeExample`, or undefined for anything else. */
export function readExample(json: unknown): Example | undefined {
  const parsed = v.safeParse(example, json);
  return parsed.success ? parsed.output : undefined;
}

/** An example as JSON; numbers are kept in float32, counts exactly. */
export function writeExample({ sha256, exploration, words }: Example): v.InferInput<typeof example> {
  const { histogram, tokens, request } = exploration;
  const { sentences, specials, seed, pairs, columns } = request;
  return {
    sha256,
    exploration: {
      ...exploration,
      handle: NOBODY.exploration,
      request: { sentences: [...sentences], specials, seed, pairs, columns: [...columns] },
      counted: [...exploration.counted],
      truncated: [...exploration.truncated],
      mean: writeFloats(exploration.mean),
      square: writeFloats(exploration.square),
      minima: writeCounts(exploration.minima),
      maxima: writeCounts(exploration.maxima),
      nextMinima: writeRunnerUps(exploration.nextMinima),
      nextMaxima: writeRunnerUps(exploration.nextMaxima),
      direction: writeFloats(exploration.direction),
      contribution: writeFloats(exploration.contribution ?? new Float64Array()),
      histogram: {
        bins: histogram.bins,
        width: writeFloats(histogram.width),
        counts: writeCounts(histogram.counts),
      },
      tokens: {
        text: [...tokens.text],
        id: writeCounts(tokens.id),
        sentence: writeCounts(tokens.sentence),
        position: writeCounts(tokens.position),
        kind: writeCounts(tokens.kind),
        continues: writeCounts(tokens.continues),
      },
      pairs: writeHeld(exploration.pairs, NOBODY.exploration),
    },
    words: { items: [...words.items], held: writeHeld(words.held, NOBODY.words) },
  };
}

function writeRunnerUps({ starts, extreme, next, count }: RunnerUps) {
  return {
    starts: writeCounts(starts),
    extreme: writeCounts(extreme),
    next: writeCounts(next),
    count: writeCounts(count),
  };
}

function writeHeld({ sample: { layers, items, ...arrays }, columns }: HeldSample, handle: number) {
  return {
    handle,
    sample: {
      layers,
      items,
      squares: writeFloats(arrays.squares),
      left: writeCounts(arrays.left),
      right: writeCounts(arrays.right),
      weights: writeFloats(arrays.weights),
      dots: writeFloats(arrays.dots),
    },
    columns: Array.from(columns, ([dim, column]): [number, string] => [dim, writeFloats(column)]),
  };
}
