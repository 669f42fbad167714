import { useMemo } from 'react';
import type { LifeRequest } from '../../../protocol/experiments/life.ts';
import type { PositionsRequest } from '../../../protocol/experiments/positions.ts';
import { READ_IN_PAGE } from '../../../protocol/experiments/text-limits.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useApp } from '../../../store/use-app.ts';
import { useAsk, type Ask } from '../../../store/use-ask.ts';
import type { ComparedSide } from '../use-side.ts';
import { followedOf, shownOf, type Followed } from './followed.ts';

/** Sentences whose tokens a life is the mean of: it runs with every part of the network laid open, and twice here. */
const LIVED = 64;

/** A side, the dimension of it that is followed, and what was asked of that. */
export interface FollowedSide {
  readonly of: ComparedSide;
  readonly followed: Followed;
  readonly dim: number;
  readonly life: Ask<'life'>;
  readonly positions: Ask<'positions'>;
}

/** Undefined until the side's tails are known. */
export function useFollowedSide(of: ComparedSide): FollowedSide | undefined {
  const { whole, cut, setting } = of;
  const sentences = useApp((state) => selectData('words', state)?.data);
  const rule = useApp((state) => state.rule);
  const chosen = useApp((state) => state.dimension);
  const followed = useMemo(() => whole && followedOf(whole, rule, cut), [whole, rule, cut]);
  const asked = useMemo(() => {
    const text = sentences?.filter((line) => line.trim() !== '').slice(0, READ_IN_PAGE.origins) ?? [];
    if (!followed || !setting || text.length === 0) return undefined;
    const { seat, move, specials } = setting;
    return { sentences: text, specials, dims: followed.dims, seat, move };
  }, [followed, setting, sentences]);
  const lives = useMemo(
    (): LifeRequest | undefined =>
      asked && { ...asked, sentences: asked.sentences.slice(0, LIVED), tokens: 0 },
    [asked],
  );
  const positions = useAsk('positions', asked satisfies PositionsRequest | undefined, 'in the background');
  const life = useAsk('life', lives, 'in the background');
  return followed && { of, followed, dim: shownOf(followed, chosen), life, positions };
}
