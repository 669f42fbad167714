import type { AskOptions, Http } from '../../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../../core/error.ts';

/**
 * How everything is asked for that lies on another host: a GET or HEAD without a body, without cookies and
 * without saying where it comes from. Redirects are followed. Nothing is left in the browser's own cache:
 * what is kept is kept in parts.
 */
const WITHOUT_A_WORD = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'follow',
} as const;

/** An answer whose body streams in. Rejects as `fetch` does. */
export function open(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, { ...WITHOUT_A_WORD, signal, headers });
}

/** See Http. */
export const ask: Http = async (url, options: AskOptions) => {
  const { signal, range, head = false } = options;
  try {
    // one range in this very form is the only header that no host has to allow beforehand
    const headers = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
    const answer = await fetch(url, { ...WITHOUT_A_WORD, signal, headers, method: head ? 'HEAD' : 'GET' });
    if (range && answer.status === 200) await answer.body?.cancel();
    return answer;
  } catch (error) {
    if (signal.aborted) throw TailscopeError.from(signal.reason);
    throw TailscopeError.of('no-answer', { host: new URL(url).host }, error);
  }
};
