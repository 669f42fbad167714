/** How much of its data an experiment measured that was stopped and kept what it had: drawn at random. */
export interface Part {
  /** Sentences, pairs or words that the result is of, and how many there are. */
  readonly counted: number;
  readonly of: number;
}
