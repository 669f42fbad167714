/** Repetitions of many in a row: with more, a text of some thousand characters takes minutes. */
const MOST_IN_A_ROW = 2;
/** More than this are many. */
const FEW = 16;

/**
 * The first regular expression in a parsed tokenizer.json that may take time without end on some text: an
 * engine that tries one way after another has exponentially many where what repeats repeats within itself, as in
 * `(a+)+b`, or may be read in two ways, as in `(a|a)+b`. Read off its form, so some that are harmless are
 * found, too; none that published tokenizers of this family use is.
 */
export function slowPattern(json: object): string | undefined {
  const parts: [string, unknown][] = Object.entries(json);
  const left = parts.flatMap(([key, value]) => (key === 'model' || key === 'added_tokens' ? [] : [value]));
  // a loop, since the file says how deep it is nested
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Regex' && typeof inner === 'string' && mayBeSlow(inner)) return inner;
      left.push(inner);
    }
  }
  return undefined;
}

/** What is known of a group, or of the whole. */
interface Group {
  /** Whether it may take more or less of one text: something in it repeats, or branches begin alike. */
  loose: boolean;
  /** Repetitions of many that follow each other, in the branch at hand and the most in any. */
  row: number;
  mostInARow: number;
  /** What its branches begin with; undefined where that is no single character. */
  readonly starts: (string | undefined)[];
  /** Of the branch at hand. */
  length: number;
}

const newGroup = (): Group => ({ loose: false, row: 0, mostInARow: 0, starts: [], length: 0 });

/** An escape, a class of characters, the head of a group, a quantifier, or one character. */
const PIECE =
  /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\((?:\?(?:[:=!>]|<[=!]|<\w+>|[a-z-]+:))?|[*+?]|\{\d*,?\d*\}|./gsu;

function mayBeSlow(source: string): boolean {
  const open = [newGroup()];
  /** What a quantifier would repeat, where that is a group. */
  let closed: Group | undefined;
  let repeated = false;
  for (const [piece] of source.matchAll(PIECE)) {
    const group = open.at(-1);
    if (!group) return true; // it closes more than it opens: not for us to judge
    const times = timesOf(piece);
    if (times) {
      // a second quantifier says how the first is tried
      if (!repeated && repeat(group, closed, times)) return true;
      repeated = true;
      continue;
    }
    repeated = false;
    closed = undefined;
    if (piece.startsWith('(')) {
      begin(group, undefined);
      open.push(newGroup());
    } else if (piece === ')') {
      open.pop();
      close(group);
      closed = group;
      const outer = open.at(-1);
      if (outer) join(outer, group);
    } else if (piece === '|') {
      group.row = 0;
      group.length = 0;
    } else begin(group, isCharacter(piece) ? piece : undefined);
  }
  return open.some(({ mostInARow }) => mostInARow > MOST_IN_A_ROW);
}

interface Times {
  readonly least: number;
  readonly most: number;
}

/** What a quantifier says; undefined of all else. */
function timesOf(piece: string): Times | undefined {
  if (piece === '*') return { least: 0, most: Infinity };
  if (piece === '+') return { least: 1, most: Infinity };
  if (piece === '?') return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d*)(,?)(\d*)\}$/.exec(piece) ?? [];
  if (least === undefined) return undefined;
  if (comma === '') return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === '' ? Infinity : Number(most) };
}

/** @returns whether that is where it may get slow */
function repeat(group: Group, repeats: Group | undefined, { least, most }: Times): boolean {
  // what may be left out is no beginning to tell a branch by
  if (least === 0 && group.length === 1) group.starts[group.starts.length - 1] = undefined;
  if (most <= 1) return false;
  if (repeats?.loose === true) return true;
  if (least !== most) group.loose = true;
  if (most <= FEW) return false;
  group.row += 1;
  group.mostInARow = Math.max(group.mostInARow, group.row);
  return group.mostInARow > MOST_IN_A_ROW;
}

function begin(group: Group, start: string | undefined): void {
  if (group.length === 0) group.starts.push(start);
  group.length += 1;
}

/** Branches that begin with different characters are never both tried to the end. */
function close(group: Group): void {
  const { starts } = group;
  if (starts.length > 1 && (starts.includes(undefined) || new Set(starts).size < starts.length))
    group.loose = true;
}

function join(outer: Group, { loose, mostInARow }: Group): void {
  outer.loose ||= loose;
  outer.row += mostInARow;
  outer.mostInARow = Math.max(outer.mostInARow, outer.row);
}

/** Whether it stands for one character and no other. */
const isCharacter = (piece: string): boolean => /^(?:\\[^\p{L}\p{N}]|\\[nrt]|[^.[\\^$])$/u.test(piece);
