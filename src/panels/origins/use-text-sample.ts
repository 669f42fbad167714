import { count } from '../../charts/scale/format.ts';
import { READ_IN_PAGE } from '../../protocol/experiments/text-limits.ts';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { selectSentences } from '../../store/text.ts';
import { strings } from '../../strings/index.ts';

const words = strings.originsView;

/** The sample line of what is measured on the text. */
export function useTextSample(tokens: number | undefined, sentences: number | undefined): string {
  const model = useApp((state) => selectModel(state)?.name ?? '');
  const specials = useApp((state) => (state.specials === 'include' ? 'in' : 'out'));
  const cut = useApp((state) => selectSentences(state).length > READ_IN_PAGE.origins);
  const line = words.sample({ model, tokens: count(tokens ?? 0), specials });
  return cut && sentences !== undefined ? `${line} · ${words.firstLines(count(READ_IN_PAGE.origins))}` : line;
}
