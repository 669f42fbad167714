/** Tries in a row without a byte before a download is given up. */
export const MOST_TRIES = 6;
const FIRST_WAIT = 1;
const LONGEST_WAIT = 30;
/** A server that asks for more patience than this is not waited for: the person is told. */
export const MOST_PATIENCE = 120;

/** Statuses of a server that may well answer when it is asked again. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Seconds to wait before the nth try again: doubled each time, or what the server asked for if that is more. */
export function waitBefore(tries: number, asked: number | undefined): number {
  const doubled = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  return Math.max(doubled, asked ?? 0);
}

/**
 * Seconds that a server asks to be left alone for: Retry-After in seconds or as a date, or the hub's
 * RateLimit (`"api";r=0;t=55`); undefined where it asks nothing, or does not let the page read it.
 * @param now milliseconds since 1970
 */
export function askedPatience(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const after = headers.get('Retry-After')?.trim();
  if (after !== undefined && /^\d+$/.test(after)) return Number(after);
  const date = after === undefined ? NaN : Date.parse(after);
  if (Number.isFinite(date)) return Math.max(0, Math.ceil((date - now) / 1000));
  const reset = /(?:^|;)\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '')?.[1];
  return reset === undefined ? undefined : Number(reset);
}
