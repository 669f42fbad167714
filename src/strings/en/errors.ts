/**
 * Every error a person can meet: what was wrong and where, and what to do about it.
 * A new code is a new line here; the compiler then asks its throwers for the right details.
 */
export interface ErrorText {
  readonly sentence: string;
  readonly remedy: string;
}

export const errors = {
  cancelled: () => ({ sentence: 'This was cancelled.', remedy: 'Run it again when you like.' }),
  'empty-text': () => ({
    sentence: 'There is no text to measure.',
    remedy: 'Type at least one sentence, one a line.',
  }),
  internal: (d: { message: string }) => ({
    sentence: `Something in Tailscope itself failed: ${d.message}`,
    remedy: 'Reload the page; your text is kept in the link.',
  }),
} satisfies Record<string, (detail: never) => ErrorText>;
