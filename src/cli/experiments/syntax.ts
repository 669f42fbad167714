import { basename, join } from 'node:path';
import { TailscopeError } from '../../core/error.ts';
import { MOST_SCORED_WORDS, readTrees, scoredSentences } from '../../datasets/index.ts';
import { syntax as measure } from '../../engine/index.ts';
import { baselineScores } from '../../measures/baseline-scores.ts';
import { DISTANCES, distancesOf, type Distance } from '../../measures/neighbour-distances.ts';
import { treeScore } from '../../measures/tree-score.ts';
import { strings } from '../../strings/index.ts';
import { bestLayers } from '../best-layers.ts';
import { reporting, warnMissing, type Experiment } from '../context.ts';
import { isFolder, namesIn, pathOf, readText, sha256Of, type DataFile } from '../data-files.ts';
import { roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** Trees induced from the distances of neighbouring words (docs/measures.md, "Syntax"). */
export const syntax: Experiment = async ({ data, limit }) => {
  const path = pathOf(data);
  const files = await treeFiles(path);
  const trees = files.flatMap((file) => readTrees(file)).slice(0, limit);
  const scored = scoredSentences(trees);
  const name = basename(path);
  if (scored.length === 0) throw TailscopeError.of('no-items', { name, what: 'trees' });
  return {
    data: { name, sha256: sha256Of(files) },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const sentences = scored.map(({ words }) => words);
      const request = { name, sentences, specials, seed, columns: [] };
      const { result, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...request, treatment }, reporting(context)),
      );
      warnMissing(context, result.missing);
      const own = Array.from(result.measured).flatMap((s) => scored[s] ?? []);
      const gold = own.map(({ spans }) => spans);
      const pairs = result.starts.at(-1) ?? 0;
      const scores = (distances: Float64Array) =>
        Array.from({ length: distances.length / pairs }, (_, layer) =>
          treeScore(distances.subarray(layer * pairs, (layer + 1) * pairs), result.starts, gold),
        );
      const byKind = DISTANCES.map((kind) => ({
        kind,
        before: scores(base?.after[kind] ?? distancesOf(kind, result.before, [])),
        after: scores(result.after[kind]),
      }));
      const layers = byLayer(byKind);
      const baselines = baselineScores(own, seed);
      return {
        fields: {
          layers,
          best: bestLayers(layers),
          baselines: Object.fromEntries(baselines.map(({ kind, score }) => [kind, roundedOrNull(score)])),
          trees: trees.length,
          scored: own.length,
          missing: result.missing,
        },
        text: draw(byKind, baselines, { trees: trees.length, scored: own.length, most: MOST_SCORED_WORDS }),
        measured: { sentences: own.length, tokens: result.tokens },
      };
    },
  };
};

/** A file of trees, or all of a folder. */
async function treeFiles(path: string): Promise<DataFile[]> {
  if (!(await isFolder(path))) return [await readText(path)];
  const names = ((await namesIn(path)) ?? []).filter((name) => /\.(ptb|mrg|brackets)$/i.test(name));
  if (names.length === 0) throw TailscopeError.of('no-tree-files', { folder: path });
  return Promise.all(names.map((name) => readText(join(path, name))));
}

interface Scores {
  readonly kind: Distance;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The cosine's figures as the layer's own, the other distances' by name. */
function byLayer(byKind: readonly Scores[]) {
  const figures = ({ before, after }: Omit<Scores, 'kind'>, layer: number) => ({
    before: roundedOrNull(before[layer] ?? NaN),
    after: roundedOrNull(after[layer] ?? NaN),
  });
  const cosine = byKind.find(({ kind }) => kind === 'cosine') ?? { before: [], after: [] };
  const others = byKind.filter(({ kind }) => kind !== 'cosine');
  return cosine.before.map((_, layer) => ({
    ...figures(cosine, layer),
    ...Object.fromEntries(others.map((scores) => [scores.kind, figures(scores, layer)])),
  }));
}

function draw(
  byKind: readonly Scores[],
  baselines: ReturnType<typeof baselineScores>,
  counts: Parameters<typeof strings.experiments.syntax>[0],
): string {
  const { columns } = strings.cli;
  const { baselines: names, syntax: words, distances } = strings.experiments;
  const rows = (byKind[0]?.before ?? []).map((_, layer) => [
    String(layer),
    ...byKind.flatMap(({ before, after }) =>
      [before[layer], after[layer]].map((score) => score?.toFixed(2) ?? ''),
    ),
  ]);
  const head = byKind.flatMap(({ kind }) => [`${distances[kind]} ${columns.before}`, columns.after]);
  const others = baselines.map(({ kind, score }) => `${names[kind]} ${score.toFixed(2)}`).join(', ');
  return `${words(counts)}\n\n${table([columns.layer, ...head], rows)}\n\n${others}`;
}
