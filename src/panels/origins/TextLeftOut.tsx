import { useMemo, type ReactNode } from 'react';
import { selectLineOf, selectTextLeftOut } from '../../store/text-places.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { LeftOut } from '../lab/LeftOut.tsx';
import { selectPositions, selectWholePositions } from './questions.ts';

/**
 * Lines of the text that are not measured, and those whose end is not.
 * @param sentences that were read of the text, from the first
 * @param truncated numbers of those that were cut to fit the model
 */
function TextLeftOut(props: {
  readonly sentences: number;
  readonly truncated: readonly number[];
}): ReactNode {
  const { sentences, truncated } = props;
  const all = useApp(selectTextLeftOut);
  const lineOf = useApp(selectLineOf);
  const missing = useMemo(() => {
    const last = lineOf(sentences - 1);
    return all.filter(({ from }) => Number(from) <= last);
  }, [all, lineOf, sentences]);
  return <LeftOut missing={missing} truncated={truncated.map((sentence) => String(lineOf(sentence)))} />;
}

/** The same of the text that the view is about: its first sentences, or all of them once they were counted. */
export function MeasuredLeftOut(): ReactNode {
  const firstText = useApp(selectPositions);
  const wholeText = useApp(selectWholePositions);
  // the panels ask: here it is only heard of
  const first = useAsk('positions', firstText, 'on demand');
  const whole = useAsk('positions', wholeText, 'on demand');
  const [asked, answer] = whole.answer ? [wholeText, whole.answer] : [firstText, first.answer];
  if (!asked || !answer) return null;
  return <TextLeftOut sentences={asked.sentences.length} truncated={answer.truncated} />;
}
