import { strings, type ErrorText } from '../strings/index.ts';

type Catalogue = typeof strings.errors;
export type ErrorCode = keyof Catalogue;

/** The facts each error's words are made of. */
type Details = {
  readonly [C in ErrorCode]: Parameters<Catalogue[C]> extends [infer D] ? D : undefined;
};
type CodeWithoutDetail = { [C in ErrorCode]: undefined extends Details[C] ? C : never }[ErrorCode];

// typed by code, so that a generic code and its detail stay tied
const catalogue: { readonly [C in ErrorCode]: (detail: Details[C]) => ErrorText } = strings.errors;

/** What crosses the channel in place of an Error. */
export interface PlainError extends ErrorText {
  readonly code: ErrorCode;
}

/**
 * The one error of Tailscope: a code for programs and tests, a sentence and a remedy for people.
 * The words come from the catalogue, so a thrower gives only the facts.
 */
export class TailscopeError extends Error {
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly remedy: string;

  private constructor(plain: PlainError, cause?: unknown) {
    super(`${plain.sentence} ${plain.remedy}`, { cause });
    this.name = 'TailscopeError';
    this.code = plain.code;
    this.sentence = plain.sentence;
    this.remedy = plain.remedy;
  }

  static of(code: CodeWithoutDetail, detail?: undefined, cause?: unknown): TailscopeError;
  static of<C extends ErrorCode>(code: C, detail: Details[C], cause?: unknown): TailscopeError;
  static of<C extends ErrorCode>(code: C, detail: Details[C], cause?: unknown): TailscopeError {
    return new TailscopeError({ code, ...catalogue[code](detail) }, cause);
  }

  static from(error: unknown): TailscopeError {
    if (error instanceof TailscopeError) return error;
    const message = error instanceof Error ? error.message : String(error);
    return TailscopeError.of('internal', { message }, error);
  }

  static revive(plain: PlainError): TailscopeError {
    return new TailscopeError(plain);
  }

  toPlain(): PlainError {
    return { code: this.code, sentence: this.sentence, remedy: this.remedy };
  }
}
