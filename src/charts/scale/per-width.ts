/** The same function, computing once for each width: charts ask again on every move of the pointer. */
export function perWidth<T>(make: (width: number) => T): (width: number) => T {
  const known = new Map<number, T>();
  return (width) => {
    const old = known.get(width);
    if (old !== undefined) return old;
    const made = make(width);
    known.set(width, made);
    return made;
  };
}
