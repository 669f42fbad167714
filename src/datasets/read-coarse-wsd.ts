import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import { goldLines } from './gold-lines.ts';
import { formatError, type NamedText } from './named-text.ts';
import { rows } from './rows.ts';
import type { SenseItem, SenseText } from './sense-data.ts';

const Classes = v.record(v.string(), v.string());

/**
 * Reads one file of a lemma of CoarseWSD-20: `place TAB sentence`, the sentences split into words by spaces, and a class on
 * each line of the gold file.
 * @param lemma the folder's name
 * @param classes the folder's classes_map.txt, {"0": "its name", ..}, where it has one: senses are then called by name
 * @throws TailscopeError("data-format" | "gold-length" | "no-items" | "not-json")
 * @see Loureiro et al. 2021
 */
export function readCoarseWsd(
  lemma: string,
  data: NamedText,
  gold: NamedText,
  classes: NamedText | undefined,
): SenseText {
  const found = rows(data);
  if (found.length === 0) throw TailscopeError.of('no-items', { name: data.name, what: 'words' });
  const answers = goldLines(gold, { name: data.name, lines: found.length });
  const names = classes && readClasses(classes);
  const items = found.map((row, sentence): SenseItem => {
    row.atLeast(2, 'coarse-wsd-columns');
    const place = row.whole(0, 'place');
    const answer = answers[sentence] ?? '';
    if (answer === '') throw formatError(gold.name, sentence + 1, 1, 'class', answer);
    const sense = names?.[answer] ?? answer;
    const from = `${data.name}:${row.line}`;
    return { from, sentence, place, placeEnd: place + 1, lemma, senses: [sense] };
  });
  return { sentences: found.map((row) => row.text(1, 'sentence').split(/\s+/)), items };
}

function readClasses({ name, text }: NamedText): Readonly<Record<string, string>> {
  const fail = (reason: string, cause?: unknown) => TailscopeError.of('not-json', { name, reason }, cause);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fail(error instanceof Error ? error.message.slice(0, 200) : String(error), error);
  }
  const parsed = v.safeParse(Classes, json);
  if (!parsed.success) throw fail('the classes and their names are not all texts');
  return parsed.output;
}
