/** A word of a sentence that has a sense. */
export interface SenseItem {
  /** Where it comes from, for people: file and line, or the id it has there. */
  readonly from: string;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Its words, from 0, end exclusive; a place that the sentence does not have is left to the measure to tell. */
  readonly place: number;
  readonly placeEnd: number;
  /** What its neighbours are looked for among: the lemma, and its part of speech where that is given. */
  readonly lemma: string;
  /** Senses that count as right, the first of them its label; at least one. */
  readonly senses: readonly [string, ...string[]];
}

/** Sentences and the words in them that have a sense. */
export interface SenseText {
  /** Each sentence's words. */
  readonly sentences: readonly (readonly string[])[];
  readonly items: readonly SenseItem[];
}

/** Labelled words, and those to be told by them. */
export interface SenseData {
  readonly train: SenseText;
  readonly test: SenseText;
}

/** Texts one after another. */
export function joinSenseTexts(texts: readonly SenseText[]): SenseText {
  let before = 0;
  const items = texts.map((text) => {
    const shifted = text.items.map((item) => ({ ...item, sentence: item.sentence + before }));
    before += text.sentences.length;
    return shifted;
  });
  return { sentences: texts.flatMap(({ sentences }) => sentences), items: items.flat() };
}
