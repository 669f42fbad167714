import fc from 'fast-check';

/** What may stand where a file has something else: lies about sizes, and things of another kind. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(0, -1, 1, 0.5, 7, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, null, true, false),
  fc.constantFrom<unknown>('', 'x', '__proto__', 'constructor', 'F32', '../x', 'https://example.org/x', '\0'),
  fc.constantFrom<unknown>([], {}, [[]], [null], Array<number>(100).fill(1e9)),
  fc.jsonValue({ maxDepth: 2 }),
);

/**
 * A parsed JSON file with one to four of its values, at any depth, replaced by something else, or taken away.
 */
export function damagedJson(json: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    /** Which of the values inside to go on into, as a share of their number. */
    path: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    }),
    to: fc.option(wrong, { nil: undefined, freq: 6 }),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((damaged, { path, to }) => changeAt(damaged, path, to), json));
}

function changeAt(json: unknown, [share, ...deeper]: readonly number[], to: unknown): unknown {
  if (share === undefined || typeof json !== 'object' || json === null) return to;
  const entries: [string, unknown][] = Object.entries(json);
  const at = Math.floor(share * entries.length);
  const changed = entries.flatMap(([key, value], i) => {
    if (i !== at) return [[key, value] as const];
    const next = deeper.length === 0 ? to : changeAt(value, deeper, to);
    return next === undefined ? [] : [[key, next] as const];
  });
  return Array.isArray(json) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}
