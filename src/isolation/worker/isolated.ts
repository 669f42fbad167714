/**
 * The same response with the headers that make a page cross-origin isolated (and its workers with
 * it). An opaque response, whose headers cannot be read or written, is returned as it is.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies
 */
export function isolated(response: Response): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}
