import { TailscopeError } from '../../core/error.ts';

/** The error of a failed call, or undefined where it only made room for a newer one. */
export function failureOf(error: unknown): TailscopeError | undefined {
  const failure = TailscopeError.from(error);
  const code: string = failure.code;
  return code === 'superseded' || code === 'cancelled' ? undefined : failure;
}
