import { at } from '../../core/at.ts';
import type { NotThere, OriginsResult, VectorOrigins } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';
import { table } from '../table.ts';

/** Rows of a table of positions drawn in the terminal; the JSON has all. */
const SHOWN = 12;

const { command } = strings.origins;
const { columns } = command;

/** What the weights say, as tables one under another. */
export function drawOrigins(result: OriginsResult): string {
  const { dims, norms, biases } = result;
  const parts = [positionsOf(result), tokensOf(result), segmentsOf(result)];
  if (norms.length > 0)
    parts.push(
      `${command.norms}\n${table(
        [columns.layer, columns.after, ...dims.flatMap((dim) => [columns.gamma(dim), columns.beta(dim)])],
        norms.map(({ layer, after, gamma, beta }) => [
          String(layer),
          command.after[after],
          ...dims.flatMap((_, i) => [ranked(gamma, i), ranked(beta, i)]),
        ]),
      )}`,
    );
  if (biases.length > 0)
    parts.push(
      `${command.biases}\n${table(
        [columns.layer, ...dims.map((dim) => columns.of(dim))],
        biases.map((bias) => [String(bias.layer), ...dims.map((_, i) => ranked(bias, i))]),
      )}`,
    );
  return parts.join('\n\n');
}

function positionsOf({ positions, dims }: OriginsResult): string {
  if (typeof positions === 'string') return notThere('positions', positions);
  const rows = Array.from({ length: Math.min(SHOWN, positions.positions) }, (_, p) => [
    String(p),
    ...positions.followed.flatMap(({ values, ranks }) => [at(values, p).toFixed(3), String(at(ranks, p))]),
  ]);
  const head = [columns.position, ...dims.flatMap((dim) => [columns.of(dim), columns.rank])];
  const [first] = positions.extremes;
  const said = first
    ? `\n${command.largestOf({ position: 0, largest: first.largest.dim, z: first.largest.z })}`
    : '';
  return `${command.positions(positions.positions)}\n${table(head, rows)}${said}`;
}

function tokensOf({ tokens }: OriginsResult): string {
  if (typeof tokens === 'string') return notThere('tokens', tokens);
  const head = [
    columns.dim,
    columns.value,
    columns.rank,
    columns.smallest,
    columns.largest,
    columns.meanRank,
  ];
  const rows = tokens.folded.map(({ dim, smallest, largest, meanRank }, i) => [
    String(dim),
    (tokens.standings[i]?.value ?? NaN).toFixed(4),
    String(tokens.standings[i]?.rank ?? NaN),
    smallest.toFixed(4),
    largest.toFixed(4),
    meanRank.toFixed(1),
  ]);
  return `${command.tokens(tokens.tokens)}\n${table(head, rows)}`;
}

function segmentsOf({ segments, dims }: OriginsResult): string {
  if (typeof segments === 'string') return notThere('segments', segments);
  const head = [columns.segment, ...dims.flatMap((dim) => [columns.of(dim), columns.rank])];
  const rows = segments.map(({ standings }, segment) => [
    String(segment),
    ...standings.flatMap(({ value, rank }) => [value.toFixed(4), String(rank)]),
  ]);
  return `${command.segments}\n${table(head, rows)}`;
}

function ranked({ standings }: VectorOrigins, i: number): string {
  const found = standings[i];
  return found ? `${found.value.toFixed(3)} (${found.fromLargest}, ${found.fromSmallest})` : '';
}

function notThere(what: keyof typeof command.what, why: NotThere): string {
  return command.notThere({ what: command.what[what], why });
}
