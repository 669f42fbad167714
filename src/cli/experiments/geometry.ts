import { geometry as measure } from '../../engine/index.ts';
import { geometryReport, type GeometryOfLayer } from '../../measures/geometry-report.ts';
import { strings } from '../../strings/index.ts';
import { reporting, warnTruncated, type Experiment } from '../context.ts';
import { readData } from '../read-data.ts';
import { roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** Pairs of tokens whose cosines are spread out: what the page draws, too. */
const PAIRS = 1000;
/** Dimensions named. */
const TOP = 5;

/** How the vectors of a text lie (docs/measures.md, "Geometry"). */
export const geometry: Experiment = async (args) => {
  const { name, sha256, sentences } = await readData(args);
  return {
    data: { name, sha256 },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const request = { sentences, specials, seed, columns: [], pairs: PAIRS, points: 0 };
      const { result, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...request, treatment }, reporting(context)),
      );
      warnTruncated(context, result.truncated);
      const { sentences: measured, tokens } = result;
      const { before, after = before } = result;
      const layers = geometryReport({ ...result, before: base?.after ?? before, after });
      return {
        fields: { layers: layers.map(written), pairs: result.pairs.sample.left.length },
        text: draw(layers),
        measured: { sentences: measured, tokens },
      };
    },
  };
};

/** Numbers to six digits, and what is none as null. */
function written(layer: GeometryOfLayer): unknown {
  const { contribution, ...figures } = layer;
  const named = (values: Float64Array | undefined) => values && largest(values);
  return {
    ...roundedIn(figures),
    contribution: { before: named(contribution.before) ?? null, after: named(contribution.after) ?? null },
  };
}

function roundedIn(figures: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]: [string, unknown]) => [key, roundedValue(value)]),
  );
}

function roundedValue(value: unknown): unknown {
  if (typeof value === 'number') return roundedOrNull(value);
  if (value instanceof Float64Array) return Array.from(value, roundedOrNull);
  return typeof value === 'object' && value !== null ? roundedIn(value) : (value ?? null);
}

/** Shares of the sum, largest first; the first dimension on ties. */
function largest(contributions: Float64Array) {
  const whole = contributions.reduce((sum, value) => sum + value, 0);
  return Array.from(contributions, (value, dim) => ({ dim, share: roundedOrNull(value / whole) }))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .slice(0, TOP);
}

function draw(layers: readonly GeometryOfLayer[]): string {
  const { columns } = strings.cli;
  const cell = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : '');
  const rows = layers.map(({ anisotropy, isoScore, kurtosis, components }, layer) => [
    String(layer),
    cell(anisotropy.before),
    cell(anisotropy.after),
    Number.isFinite(anisotropy.low) ? `${cell(anisotropy.low)} to ${cell(anisotropy.high)}` : '',
    ...[isoScore.before, isoScore.after, kurtosis.before, kurtosis.after].map(cell),
    ...[components.before[0], components.after[0]].map((share) => cell(share ?? NaN)),
  ]);
  const { layer, anisotropy, after, interval, isoScore, kurtosis, firstComponent } = columns;
  const head = [layer, anisotropy, after, interval, isoScore, after, kurtosis, after, firstComponent, after];
  return table(head, rows);
}
