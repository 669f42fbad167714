import { origins as measure } from '../../engine/index.ts';
import type { OriginsResult, VectorOrigins } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';
import type { Experiment } from '../context.ts';
import { readData } from '../read-data.ts';
import { rounded } from '../report.ts';
import { drawOriginsOfText } from './draw-origins-of-text.ts';
import { drawOrigins } from './draw-origins.ts';
import { originsOfText, textFields } from './origins-of-text.ts';

/** Where dimensions get their values, as the weights say, and with a text also layer by layer (docs/measures.md, "Origins"). */
export const origins: Experiment = async ({ data, column, limit }) => {
  const text = data.kind === 'none' ? undefined : await readData({ data, column, limit });
  return {
    data: text && { name: text.name, sha256: text.sha256, empty: text.empty },
    ...(text && { linesOf: text.linesOf }),
    run: async (context) => {
      const { settings, model } = context;
      const found = text && (await originsOfText(context, text.sentences));
      const dims = found?.dims ?? settings.dims;
      const result = await model.reopen.checkpoint((checkpoint) => measure(checkpoint, { dims }));
      const chosen = settings.dims.length > 0 || result.chosen === 'weights' ? result.chosen : 'text';
      const parts = [strings.origins.command.chosen({ ...result, chosen }), drawOrigins(result)];
      const [whole] = found?.moves ?? [];
      return {
        fields: { ...weightFields(result), chosen, ...(found && textFields(found)) },
        text: [...parts, ...(found && found.dims.length > 0 ? [drawOriginsOfText(found)] : [])].join('\n\n'),
        measured: { sentences: whole?.sentences ?? 0, tokens: whole?.tokens ?? 0 },
        truncated: whole?.truncated ?? [],
      };
    },
  };
};

/** The JSON of what the weights say; what is not there is null, and named with the reason. */
export function weightFields(result: OriginsResult): Record<string, unknown> {
  const { dims, chosen, positions, tokens, segments, norms, biases } = result;
  const why = { positionEmbeddings: positions, tokenEmbeddings: tokens, segmentEmbeddings: segments };
  const missing = Object.entries(why).flatMap(([what, found]) =>
    typeof found === 'string' ? [{ what, why: found }] : [],
  );
  return {
    dims,
    chosen,
    positionEmbeddings:
      typeof positions === 'string'
        ? null
        : {
            positions: positions.positions,
            tails: positions.followed.map(({ dim, values, ranks }) => ({
              dim,
              values: Array.from(values, rounded),
              ranks: [...ranks],
            })),
            first: positions.extremes.map(({ largest, smallest }, position) => ({
              position,
              largest: { dim: largest.dim, value: rounded(largest.value), z: rounded(largest.z) },
              smallest: { dim: smallest.dim, value: rounded(smallest.value), z: rounded(smallest.z) },
            })),
          },
    tokenEmbeddings:
      typeof tokens === 'string'
        ? null
        : {
            tokens: tokens.tokens,
            tails: tokens.folded.map((folded, i) => ({
              ...standing(tokens, i),
              smallest: rounded(folded.smallest),
              largest: rounded(folded.largest),
              meanRank: rounded(folded.meanRank),
            })),
          },
    segmentEmbeddings: typeof segments === 'string' ? null : segments.map(all),
    layerNorms: norms.map(({ layer, after, gamma, beta }) => ({
      layer,
      after,
      gamma: all(gamma),
      beta: all(beta),
    })),
    feedForwardBiases: biases.map((bias) => ({ layer: bias.layer, bias: all(bias) })),
    notAvailable: missing,
  };
}

function all(vector: VectorOrigins) {
  return vector.standings.map((_, i) => standing(vector, i));
}

function standing({ standings }: Pick<VectorOrigins, 'standings'>, i: number) {
  const found = standings[i];
  return found && { ...found, value: rounded(found.value), z: rounded(found.z) };
}
