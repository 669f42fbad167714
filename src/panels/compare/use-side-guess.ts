import { useMemo } from 'react';
import type { GuessRequest } from '../../protocol/experiments/guess.ts';
import { useApp } from '../../store/use-app.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import { useNewest, type Newest } from '../../store/use-newest.ts';
import { maskableWords } from '../../text/index.ts';
import type { ComparedSide } from './use-side.ts';

/** Words of each side. */
const TOP = 10;

/** What a side takes the masked words of the sentence for that is written in Predict; nothing is asked of a side with a remedy. */
export function useSideGuess({ setting }: ComparedSide, when: AskWhen): Newest<'guess'> {
  const sentence = useApp((state) => state.masked);
  const request = useMemo((): GuessRequest | undefined => {
    // the head reads vectors that no remedy was made for
    if (!setting || setting.treatment.remedy) return undefined;
    if (!maskableWords(sentence).some(({ masked }) => masked)) return undefined;
    const { seat, move, treatment } = setting;
    return { sentences: [sentence], cut: treatment.cut, count: TOP, seat, move };
  }, [setting, sentence]);
  return useNewest('guess', request, when);
}
