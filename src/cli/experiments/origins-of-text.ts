import { at } from '../../core/at.ts';
import { TailscopeError } from '../../core/error.ts';
import { life as lifeOf, positions } from '../../engine/index.ts';
import { EMBEDDING_TERMS, LAYER_TERMS, sumOfTerms, TERMS } from '../../measures/life.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { SHIFT, type PositionMove, type PositionsResult } from '../../protocol/experiments/positions.ts';
import type { strings } from '../../strings/index.ts';
import { reporting, type Context } from '../context.ts';
import { roundedOrNull } from '../report.ts';

/** What a text says of some dimensions: what they are made of, and what they do when positions are moved. */
export interface OriginsOfText {
  readonly dims: readonly number[];
  /** In place of a life, why there is none. */
  readonly life: LifeResult | string;
  /** As they are first. */
  readonly moves: readonly PositionsResult[];
}

/**
 * @param sentences of the text
 * @throws TailscopeError("empty-text" | "dimension" | "run")
 */
export async function originsOfText(context: Context, sentences: readonly string[]): Promise<OriginsOfText> {
  const { model, settings } = context;
  const { specials, seed } = settings;
  const text = { sentences, specials };
  const whole = await positions(
    model,
    { ...text, dims: settings.dims, move: { kind: 'as-they-are' } },
    reporting(context),
  );
  const dims = whole.followed.map(({ dim }) => dim);
  const by = Math.min(SHIFT, model.info.maxTokens - whole.longest);
  const others: readonly PositionMove[] = [
    { kind: 'shuffled', seed },
    ...(by > 0 ? [{ kind: 'shifted', by } as const] : []),
    { kind: 'zero' },
  ];
  const moves = [whole];
  for (const move of dims.length > 0 ? others : [])
    moves.push(await positions(model, { ...text, dims, move }, reporting(context)));
  const found = dims.length === 0 ? '' : await life(context, dims, sentences);
  return { dims, life: found, moves };
}

async function life(
  context: Context,
  dims: readonly number[],
  sentences: readonly string[],
): Promise<LifeResult | string> {
  const { model, settings } = context;
  try {
    const encoder = await model.reopen.encoder({ terms: true });
    try {
      const request = { sentences, specials: settings.specials, dims, tokens: 0 };
      return await lifeOf(model, encoder, request, reporting(context));
    } finally {
      await encoder.release();
    }
  } catch (error) {
    const failure = TailscopeError.from(error);
    if (failure.code === 'terms-export') return failure.sentence;
    throw failure;
  }
}

/** What the command calls a term. */
export type TermName = keyof typeof strings.origins.command.terms;

/** The terms of one layer's mean state at one dimension, by their names. */
export function termsOf(
  { mean, layers, embeddings }: LifeResult,
  d: number,
  layer: number,
): { readonly terms: readonly (readonly [TermName, number])[]; readonly state: number } {
  const from = (d * layers + layer) * TERMS;
  const names: readonly TermName[] =
    layer > 0 ? LAYER_TERMS : embeddings ? EMBEDDING_TERMS : (['words'] as const);
  return {
    terms: names.map((name, t) => [name, at(mean, from + t)] as const),
    state: sumOfTerms(mean, from),
  };
}

/** The JSON of what a text says. */
export function textFields({ life: found, moves }: OriginsOfText): Record<string, unknown> {
  const [whole] = moves;
  const all = (values: Float64Array) => Array.from(values, roundedOrNull);
  return {
    life:
      typeof found === 'string'
        ? null
        : {
            largestError: found.largestError,
            tails: found.dims.map((dim, d) => ({
              dim,
              layers: Array.from({ length: found.layers }, (_, layer) => {
                const { terms, state } = termsOf(found, d, layer);
                const named = terms.map(([name, value]) => [name, roundedOrNull(value)] as const);
                const byName: Record<string, number | null> = Object.fromEntries(named);
                return { ...byName, state: roundedOrNull(state) };
              }),
            })),
          },
    positionsMoved: moves.map(({ move, followed, anisotropy }) => ({
      ...move,
      anisotropy: anisotropy ? all(anisotropy) : null,
      tails: followed.map(({ dim, mean, z, smallest, largest }) => ({
        dim,
        mean: all(mean),
        z: all(z),
        smallest: all(smallest),
        largest: all(largest),
      })),
    })),
    positionOrFrequency: (whole?.followed ?? []).map(({ dim, byPosition, byFrequency, byBoth }) => ({
      dim,
      position: all(byPosition),
      frequency: all(byFrequency),
      both: all(byBoth),
    })),
  };
}
