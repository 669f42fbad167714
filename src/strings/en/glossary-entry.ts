/** A term of the page. */
export interface GlossaryEntry {
  /** How a sentence may write it. */
  readonly forms: readonly string[];
  /** What it means, in a sentence or two. */
  readonly means: string;
}

/** A term that figures stand under: how they are computed, and where that comes from. */
export interface MeasureEntry extends GlossaryEntry {
  readonly formula: string;
  /** Who proposed it, or that it is ours. */
  readonly from: string;
  /** The section of docs/measures.md that defines it. */
  readonly see: string;
  /** The row of a table there, or the words that open a paragraph or stand out in it. */
  readonly at?: string;
}
