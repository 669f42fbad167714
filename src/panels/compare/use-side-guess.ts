import { useMemo } from 'react';
import type { GuessRequest } from '../../protocol/experiments/guess.ts';
import { useApp } from '../../store/use-app.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import { useNewest, type Newest } from '../../store/use-newest.ts';
import { maskableWords } from '../../text/index.ts';
import type { ComparedSide } from './use-side.ts';

/** Words of each side. */
const TOP = 10;

/** What both sides take the masked words for of the sentence that is written in Predict; nothing is asked of a side with a remedy. */
export function useSideGuesses(
  a: ComparedSide,
  b: ComparedSide,
  when: AskWhen,
): readonly [Newest<'guess'>, Newest<'guess'>] {
  const [one, other] = [useGuessRequest(a), useGuessRequest(b)];
  // sides that differ in where they cut ask the same, and each question is asked in one place
  const same = JSON.stringify(one) === JSON.stringify(other);
  const first = useNewest('guess', one, when);
  const second = useNewest('guess', same ? undefined : other, when);
  return [first, same ? first : second];
}

function useGuessRequest({ setting }: ComparedSide): GuessRequest | undefined {
  const sentence = useApp((state) => state.masked);
  return useMemo((): GuessRequest | undefined => {
    // the head reads vectors that no remedy was made for
    if (!setting || setting.treatment.remedy) return undefined;
    if (!maskableWords(sentence).some(({ masked }) => masked)) return undefined;
    const { seat, move, treatment } = setting;
    return { sentences: [sentence], cut: treatment.cut, count: TOP, seat, move };
  }, [setting, sentence]);
}
