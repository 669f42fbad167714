import type { OriginsResult, VectorOrigins } from '../../protocol/experiments/origins.ts';
import { AMONG } from '../../paper/origins-in-weights.ts';
import { strings } from '../../strings/index.ts';

const words = strings.compareView.facts;

/** Where dimensions stand by size in the first position's embedding. */
export function positionStandings({ positions }: OriginsResult): string {
  if (typeof positions === 'string') return words.noTable[positions];
  return positions.followed.map(({ dim, ranks }) => words.rank(dim, ranks[0] ?? NaN)).join('; ');
}

/** In how many LayerNorms dimensions are among the outermost scales, and shifts. */
export function normStandings({ dims, norms }: OriginsResult): string {
  if (norms.length === 0) return words.noTable.export;
  const among = (of: VectorOrigins, dim: number): boolean =>
    of.standings.some(
      (standing) => standing.dim === dim && Math.min(standing.fromLargest, standing.fromSmallest) <= AMONG,
    );
  return dims
    .map((dim) =>
      words.among({
        dim,
        scales: norms.filter(({ gamma }) => among(gamma, dim)).length,
        shifts: norms.filter(({ beta }) => among(beta, dim)).length,
        of: norms.length,
      }),
    )
    .join('; ');
}
