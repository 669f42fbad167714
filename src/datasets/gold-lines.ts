import { TailscopeError } from '../core/error.ts';
import { lines } from '../text/lines.ts';
import type { NamedText } from './named-text.ts';

/**
 * The lines of a gold file, one for each of its data file. Empty lines at the end are none; others are kept: where a
 * format allows them they mean that there is no answer.
 * @throws TailscopeError("gold-length")
 */
export function goldLines(
  gold: NamedText,
  data: { readonly name: string; readonly rows: readonly { readonly line: number }[] },
): string[] {
  const all = lines(gold.text).map((line) => line.trim());
  const expected = data.rows.length;
  while (all.length > expected && all.at(-1) === '') all.pop();
  if (all.length !== expected) {
    // the first line that has no other: of the data file empty ones do not count
    const alone =
      all.length > expected
        ? { name: gold.name, line: expected + 1 }
        : { name: data.name, line: data.rows[all.length]?.line ?? 1 };
    throw TailscopeError.of('gold-length', {
      gold: gold.name,
      found: all.length,
      data: data.name,
      expected,
      alone,
    });
  }
  return all;
}
