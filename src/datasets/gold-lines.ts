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
  data: { readonly name: string; readonly lines: number },
): string[] {
  const all = lines(gold.text).map((line) => line.trim());
  while (all.length > data.lines && all.at(-1) === '') all.pop();
  if (all.length !== data.lines)
    throw TailscopeError.of('gold-length', {
      gold: gold.name,
      found: all.length,
      data: data.name,
      expected: data.lines,
    });
  return all;
}
