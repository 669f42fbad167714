import { count } from '../../../charts/scale/format.ts';
import { strings } from '../../../strings/index.ts';
import type { ComparedSide } from '../use-side.ts';

const words = strings.compareDetails;

/** What the chart of one side says around its finding. */
export interface SideWords {
  readonly letter: string;
  /** "A: what moves 180 most..." */
  readonly titled: (finding: string) => string;
  /** Which side it is, then what is drawn. */
  readonly sentence: (drawn: string) => string;
  /** Begins the names of saved files. */
  readonly prefix: string;
}

export function sideWords({ id }: Pick<ComparedSide, 'id'>, name: string): SideWords {
  const letter = strings.compareView.sides[id];
  return {
    letter,
    titled: (finding) => words.titled(letter, finding),
    sentence: (drawn) => words.named(letter, name, drawn),
    prefix: `compare-${letter}-`,
  };
}

/** What the text was that a side was measured on. */
export function textSample(
  { setting }: Pick<ComparedSide, 'setting'>,
  name: string,
  { sentences, tokens }: { readonly sentences: number; readonly tokens: number },
): string {
  const { chart } = strings.compareView;
  return chart.sample(chart.tokens(sentences, count(tokens)), name, setting?.specials !== 'exclude');
}
