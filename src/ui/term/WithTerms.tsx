import { Fragment, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Term, type TermName } from './Term.tsx';

export interface WithTermsProps {
  readonly text: string;
  /** Terms to explain where the text first has them. */
  readonly terms: readonly TermName[];
}

/** A sentence of which the first mention of each term can be asked what it means. */
export function WithTerms({ text, terms }: WithTermsProps): ReactNode {
  return termParts(text, terms).map(({ part, term }, i) =>
    term === undefined ? (
      <Fragment key={i}>{part}</Fragment>
    ) : (
      <Term key={i} name={term}>
        {part}
      </Term>
    ),
  );
}

interface TermPart {
  readonly part: string;
  readonly term: TermName | undefined;
}

/** The text in parts, put together again by joining them; each term's first mention is a part of its own. */
export function termParts(text: string, terms: readonly TermName[]): readonly TermPart[] {
  const found = terms.flatMap((term) => firstMention(text, term) ?? []).sort((a, b) => a.start - b.start);
  const parts: TermPart[] = [];
  let end = 0;
  for (const { term, start, length } of found) {
    if (start < end) continue;
    if (start > end) parts.push({ part: text.slice(end, start), term: undefined });
    end = start + length;
    parts.push({ part: text.slice(start, end), term });
  }
  if (end < text.length) parts.push({ part: text.slice(end), term: undefined });
  return parts;
}

function firstMention(
  text: string,
  term: TermName,
): { readonly term: TermName; readonly start: number; readonly length: number } | undefined {
  const mentions = strings.glossary[term].forms.flatMap((form) => {
    const escaped = form.replaceAll(/[[\]]/g, '\\$&');
    const start = text.search(new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu'));
    return start < 0 ? [] : [{ term, start, length: form.length }];
  });
  return mentions.sort((a, b) => a.start - b.start || b.length - a.length)[0];
}
