/** Something of the data that could not be measured. */
export interface Missing {
  /** Where it is, for people: a line, or an id. */
  readonly from: string;
  /**
   * no-place: its sentence has no word there; cut-off: the sentence was cut to fit the model before it; unread: the tokenizer
   * does not keep the sentence's words apart; no-tokens: the tokenizer leaves the word out; no-label: nothing is labelled that
   * it could be compared with.
   */
  readonly why: 'no-place' | 'cut-off' | 'unread' | 'no-tokens' | 'no-label';
}
