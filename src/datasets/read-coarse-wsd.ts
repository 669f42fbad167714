import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import { goldLines } from './gold-lines.ts';
import { errorAt, formatError, type NamedText } from './named-text.ts';
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
  const answers = goldLines(gold, { name: data.name, rows: found });
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

function readClasses(file: NamedText): Readonly<Record<string, string>> {
  const { name, text } = file;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    const at = placeOfProblem(text, reason);
    if (at === undefined) throw TailscopeError.of('not-json', { name, reason }, error);
    throw errorAt(file, at, 'classes-map', text.slice(at));
  }
  const parsed = v.safeParse(Classes, json);
  if (parsed.success) return parsed.output;
  const key = parsed.issues[0].path?.[0]?.key;
  const at = key === undefined ? 0 : Math.max(0, text.indexOf(JSON.stringify(key)));
  throw errorAt(file, at, 'classes-map', text.slice(at));
}

/** Where a browser says that JSON goes wrong, as far as it does; what ends too early goes wrong at its end. */
function placeOfProblem(text: string, reason: string): number | undefined {
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  if (position !== undefined) return Number(position);
  const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
  if (line !== undefined && column !== undefined)
    return text
      .split('\n')
      .slice(0, Number(line) - 1)
      .reduce((sum, before) => sum + before.length + 1, Number(column) - 1);
  return /end of/i.test(reason) ? text.length : undefined;
}
