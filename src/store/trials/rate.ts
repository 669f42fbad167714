/** Milliseconds before a rate says anything. */
const LEAST = 250;

/**
 * Tells sentences a second from how many are done, as that is told again and again; undefined until enough time has passed. It
 * counts from the first that are told, since a run may wait for its turn.
 * @param now in milliseconds
 */
export function rateOf(now: () => number): (sentences: number) => number | undefined {
  let first: { readonly at: number; readonly sentences: number } | undefined;
  return (sentences) => {
    const at = now();
    first ??= { at, sentences };
    const passed = at - first.at;
    return passed < LEAST ? undefined : ((sentences - first.sentences) * 1000) / passed;
  };
}
