import type { Missing } from '../../../protocol/experiments/missing.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Answer } from '../../trials/trial.ts';
import { isOlder } from '../../trials/wanted-trial.ts';

/** What there is to say of the playground's sentences, by their numbers among all that are written. */
export interface PlayRemarks {
  /** Those that have the word and are in no pair, and why. */
  readonly leftOut: ReadonlyMap<number, Missing['why']>;
  /** Those that lost their end, the word not among it. */
  readonly truncated: ReadonlySet<number>;
}

const NONE: PlayRemarks = { leftOut: new Map(), truncated: new Set() };

const remarksOf = memo(({ asked: { data }, result }: Answer<'play'>): PlayRemarks => {
  const { measured, missing, truncated } = result;
  const came = new Set(measured);
  const read = new Set(data.flatMap(({ lines }, p) => (came.has(p) ? lines : [])));
  const leftOut = new Map<number, Missing['why']>();
  // what is missing comes in the order of the pairs; with one that was read, it is the other’s fault
  for (const [i, { lines }] of data.filter((_, p) => !came.has(p)).entries()) {
    const [line, more] = lines.filter((one) => !read.has(one));
    const why = missing[i]?.why;
    if (line !== undefined && more === undefined && why) leftOut.set(line, why);
  }
  const cut = truncated.flatMap((sentence) => data[Math.floor(sentence / 2)]?.lines[sentence % 2] ?? []);
  return { leftOut, truncated: new Set(cut) };
});

/** Nothing while what is on screen is of other sentences. */
export function selectPlayRemarks(state: State): PlayRemarks {
  const { answer } = state.trials.play;
  return answer && !isOlder('play', state) ? remarksOf(answer) : NONE;
}
