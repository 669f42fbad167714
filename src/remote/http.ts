import { isAllowedAddress } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';

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

/**
 * An answer whose body streams in. Rejects as `fetch` does, and with TailscopeError("reference-insecure") where a
 * redirect led to an address that nobody may name: browsers follow none of those, and Node does.
 */
export async function open(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
  method: 'GET' | 'HEAD' = 'GET',
): Promise<Response> {
  const response = await fetch(url, { ...WITHOUT_A_WORD, signal, headers, method });
  if (response.url === '' || isAllowedAddress(new URL(response.url))) return response;
  await response.body?.cancel();
  throw TailscopeError.of('reference-insecure', { address: response.url });
}
