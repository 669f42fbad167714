import { useActions, useApp } from '../../store/use-app.ts';
import { useTrial, type ShownTrial } from '../lab/use-trial.ts';

export interface OpenTree {
  readonly shown: ShownTrial<'trees'>;
  /** Number of the sentence on screen among the measured ones. */
  readonly place: number;
  readonly count: number;
  readonly words: readonly string[];
  readonly spans: readonly (readonly [number, number])[];
  readonly choose: (place: number) => void;
}

/** The sentence whose tree is drawn: the one chosen, else the first. */
export function useOpenTree(): OpenTree | undefined {
  const shown = useTrial('trees');
  const chosen = useApp((state) => state.opened.tree);
  const { open } = useActions();
  if (!shown) return undefined;
  const { asked, result } = shown.answer;
  const count = result.measured.length;
  const place = chosen !== undefined && chosen < count ? chosen : 0;
  const sentence = asked.data.sentences[result.measured[place] ?? -1];
  if (!sentence) return undefined;
  return {
    shown,
    place,
    count,
    ...sentence,
    choose: (next) => {
      open('tree', Math.max(0, Math.min(count - 1, next)));
    },
  };
}
