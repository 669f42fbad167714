import type { Matrix } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';

/** Characters of a sentence's label. */
const LONGEST = 18;

/** What stands beside the rows of a similarity matrix. Words that come back are numbered: spring¹, spring². */
export function matrixLabels({ mode, items, exploration }: Matrix): readonly string[] {
  const { tokens, request } = exploration;
  if (mode === 'sentences') {
    return items.map((line) => {
      const text = Array.from(request.sentences[line]?.trim() ?? '');
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST).join('')}…` : text.join('');
      return strings.explore.similarity.sentenceLabel(line + 1, short);
    });
  }
  const said = new Map<string, number>();
  return items.map((token) => {
    const text = tokens.text[token] ?? '';
    if (mode === 'tokens') return text;
    const word = text.toLocaleLowerCase();
    const time = (said.get(word) ?? 0) + 1;
    said.set(word, time);
    return text + superscript(time);
  });
}

/** "spring²": which time a word is said. */
export function superscript(value: number): string {
  return Array.from(String(value), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
