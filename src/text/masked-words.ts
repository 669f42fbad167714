/** A word of a sentence that can be masked, or a mask. */
export interface MaskableWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly masked: boolean;
}

/** A mask in either spelling, or a run of letters and digits with what joins them. */
const WORD = /\[MASK\]|<mask>|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** What stands for a hidden word until a model says how it writes that. */
export const MASK = '[MASK]';

/** The words of a sentence in their order, masks among them; what stands between them is passed over. */
export function maskableWords(sentence: string): MaskableWord[] {
  return Array.from(sentence.matchAll(WORD), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
    masked: text === MASK || text === '<mask>',
  }));
}

/** The sentence with something else in a word's place. */
export function replaceWord(
  sentence: string,
  { start, end }: Pick<MaskableWord, 'start' | 'end'>,
  by: string,
): string {
  return sentence.slice(0, start) + by + sentence.slice(end);
}
