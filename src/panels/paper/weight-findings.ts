import type { Rank, WeightFindings } from '../../paper/findings.ts';
import type { OriginsResult } from '../../protocol/experiments/origins.ts';

/** What the weights say of some dimensions, out of what was asked of more. */
export function weightFindings(origins: OriginsResult, dims: readonly number[]): WeightFindings {
  const { positions, tokens, segments, norms } = origins;
  const own = (standings: readonly Rank[]): readonly Rank[] =>
    standings.filter(({ dim }) => dims.includes(dim));
  return {
    positions:
      typeof positions === 'string'
        ? positions
        : positions.followed
            .filter(({ dim }) => dims.includes(dim))
            .map(({ dim, ranks }) => ({ dim, ranks: Array.from(ranks) })),
    tokens: typeof tokens === 'string' ? tokens : own(tokens.standings),
    segments: typeof segments === 'string' ? segments : segments.flatMap(({ standings }) => own(standings)),
    norms: norms.map(({ layer, after, gamma, beta }) => ({
      layer,
      after,
      gamma: own(gamma.standings),
      beta: own(beta.standings),
    })),
  };
}
