/** How long somebody waits for a server before the person is told. */
export interface Patience {
  /** Tries in a row without a byte. */
  readonly tries: number;
  /** Seconds that the server may ask to be left alone for. */
  readonly seconds: number;
}

/** A download, which the person sees waiting, and can stop. */
export const OF_A_DOWNLOAD: Patience = { tries: 6, seconds: 120 };
/** A question that somebody waits for with nothing to look at. */
export const OF_A_QUESTION: Patience = { tries: 3, seconds: 10 };

const FIRST_WAIT = 1;
const LONGEST_WAIT = 30;

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
