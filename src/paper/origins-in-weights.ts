import { OUT_OF_LINE } from '../measures/origins.ts';
import { strings } from '../strings/index.ts';
import type { NoTable, Rank, WeightFindings } from './findings.ts';
import { judged, type Judged } from './judged.ts';
import { figure, percent } from './written.ts';

const words = strings.paper.said;
/** Among the 7 largest is the weakest that the paper reports of a tail in a LayerNorm. */
export const AMONG = 7;
const HALF = 0.5;

const notThere = (why: NoTable): Judged => ({ verdict: 'no-question', said: words.noTable[why] });
const NO_TAILS: Judged = { verdict: 'no-question', said: words.noTailHere };

/** The tail is there in the position embeddings (section 3, figure 3). */
export function judgePositions({ positions }: WeightFindings): Judged {
  if (typeof positions === 'string') return notThere(positions);
  const [best] = positions
    .map(({ dim, ranks }) => ({
      dim,
      first: ranks[0] ?? NaN,
      share: ranks.filter((rank) => rank === 1).length / ranks.length,
    }))
    .sort((a, b) => a.first - b.first || b.share - a.share);
  if (!best) return NO_TAILS;
  const { dim, first, share } = best;
  return judged(
    first === 1 || share >= HALF,
    words.positions({ dim, rank: first, share: percent(share, 0) }),
  );
}

/** Token and segment embeddings show nothing (section 3). */
export function judgeTables({ tokens, segments }: WeightFindings): Judged {
  if (typeof tokens === 'string') return notThere(tokens);
  const others = typeof segments === 'string' ? [] : segments;
  const far = (ranks: readonly Rank[]): number =>
    ranks.reduce((most, { z }) => (Math.abs(z) > Math.abs(most) ? z : most), 0);
  if (tokens.length === 0) return NO_TAILS;
  const [token, segment] = [far(tokens), far(others)];
  return judged(
    Math.abs(token) < OUT_OF_LINE && Math.abs(segment) < OUT_OF_LINE,
    words.tables(figure(Math.abs(token), 1), others.length === 0 ? '' : figure(Math.abs(segment), 1)),
  );
}

/** The tail is among the largest scales or shifts of the same LayerNorm in most layers (section 3, figure 4). */
export function judgeNorms({ norms }: WeightFindings): Judged {
  const kinds = (['attention', 'feed-forward'] as const).flatMap((after) =>
    (['gamma', 'beta'] as const).flatMap((of) => {
      const own = norms.filter((norm) => norm.after === after);
      const dims = own[0]?.[of].map(({ dim }) => dim) ?? [];
      return dims.map((dim) => {
        const count = own.filter((norm) => norm[of].some((rank) => rank.dim === dim && isAmong(rank))).length;
        return { dim, after, of, count, norms: own.length };
      });
    }),
  );
  const [best] = [...kinds].sort((a, b) => b.count / b.norms - a.count / a.norms);
  if (!best) return norms.length === 0 ? notThere('export') : NO_TAILS;
  const { dim, after, of, count, norms: all } = best;
  return judged(
    count >= HALF * all,
    words.norms({ dim, after: words.after[after], of: words.of[of], count, all }),
  );
}

const isAmong = ({ fromLargest, fromSmallest }: Rank): boolean =>
  Math.min(fromLargest, fromSmallest) <= AMONG;
