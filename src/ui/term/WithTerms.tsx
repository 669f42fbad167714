import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Kept } from '../kept/Kept.tsx';
import { Term, type TermName } from './Term.tsx';

export interface WithTermsProps {
  readonly text: string;
  /** Terms to explain where the text first has them. */
  readonly terms: readonly TermName[];
}

/** A sentence of which the first mention of each term can be asked what it means. */
export const WithTerms = memo(function WithTermsView({ text, terms }: WithTermsProps): ReactNode {
  const parts = rememberedParts(text, terms);
  return parts.map(({ part, term }, i) =>
    term === undefined ? (
      <Kept key={i}>{part}</Kept>
    ) : (
      <Term key={i} name={term}>
        {part}
      </Term>
    ),
  );
}, sameWords);

/** Whoever writes the terms in place makes a new list of the same ones each time. */
function sameWords(a: WithTermsProps, b: WithTermsProps): boolean {
  return a.text === b.text && a.terms.join() === b.terms.join();
}

interface TermPart {
  readonly part: string;
  readonly term: TermName | undefined;
}

const remembered = new Map<string, readonly TermPart[]>();
/** A page has some dozens, each in a few forms as switches are turned. */
const MOST_REMEMBERED = 200;

/** A switch goes between the same few sentences, and has to be drawn within a frame. */
function rememberedParts(text: string, terms: readonly TermName[]): readonly TermPart[] {
  const key = `${terms.join()}\n${text}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const parts = termParts(text, terms);
  remembered.set(key, parts);
  return parts;
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
    const start = text.search(patternOf(form));
    return start < 0 ? [] : [{ term, start, length: form.length }];
  });
  return mentions.sort((a, b) => a.start - b.start || b.length - a.length)[0];
}

const patterns = new Map<string, RegExp>();

/** Compiled once: a page of first figures has hundreds of sentences, and compiling them all takes longer than a frame. */
function patternOf(form: string): RegExp {
  const known = patterns.get(form);
  if (known) return known;
  const escaped = form.replaceAll(/[[\]]/g, '\\$&');
  const pattern = new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu');
  patterns.set(form, pattern);
  return pattern;
}
