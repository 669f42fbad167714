/** Something of the data that is not measured. */
export interface Missing {
  /** Where it is, for people: a line, or an id. */
  readonly from: string;
  /**
   * no-place: its sentence has no word there; cut-off: the sentence was cut to fit the model before it; unread: the tokenizer
   * does not keep the sentence's words apart; no-tokens: the tokenizer leaves the word out; no-label: nothing is labelled that
   * it could be compared with; no-sentence: the line has no sentence; no-column: the row has no cell in the column of sentences;
   * no-measured: none of the sentence's tokens is measured.
   */
  readonly why:
    | 'no-place'
    | 'cut-off'
    | 'unread'
    | 'no-tokens'
    | 'no-label'
    | 'no-sentence'
    | 'no-column'
    | 'no-measured';
}
