import type { PortraitResult } from '../../../protocol/experiments/compare.ts';
import type { Thresholds } from '../../../store/state.ts';
import { leadersOf } from '../leaders.ts';
import { tailsOf } from '../settings.ts';

/** Dimensions offered of each side. */
const MOST = 4;

export interface Followed {
  /** The strongest first; never none. */
  readonly dims: readonly number[];
  /** Whether they are tails, or cut: otherwise there is one, whose mean lies furthest out. */
  readonly tails: boolean;
}

/**
 * The dimensions of a side to follow through its network: its tails but for those of a special token alone, then what else is cut of it.
 * @param whole of the network before anything is cut
 */
export function followedOf(whole: PortraitResult, rule: Thresholds, cut: readonly number[]): Followed {
  const tails = tailsOf(whole, rule).filter(({ scope }) => scope === 'all');
  const dims = [...new Set([...tails.map(({ dim }) => dim), ...cut])].slice(0, MOST);
  if (dims.length > 0) return { dims, tails: true };
  const furthest = leadersOf(whole)
    .map(({ z }) => z)
    .reduce((most, z) => (Math.abs(z.value) > Math.abs(most.value) ? z : most));
  return { dims: [furthest.dim], tails: false };
}

/** The dimension on screen, of those of a side: the one chosen where it is among them. */
export function shownOf({ dims }: Followed, chosen: number | undefined): number {
  return dims.find((dim) => dim === chosen) ?? dims[0] ?? 0;
}
