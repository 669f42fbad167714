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
