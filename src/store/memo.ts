/**
 * The same function, computing again only when an argument is not the very one it had last. Derived
 * values keep their identity this way, so that what does not depend on a change does not redraw.
 */
export function memo<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    const before = last?.args;
    if (last && before?.length === args.length && before.every((arg, i) => Object.is(arg, args[i])))
      return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}

/**
 * The same function of an object, computed once for each as long as it lives: for what is asked of two objects in
 * turn, as of the text whole and cut.
 */
export function memoOf<K extends object, R>(compute: (key: K) => R): (key: K) => R {
  const results = new WeakMap<K, { readonly result: R }>();
  return (key) => {
    const known = results.get(key);
    if (known) return known.result;
    const result = compute(key);
    results.set(key, { result });
    return result;
  };
}
