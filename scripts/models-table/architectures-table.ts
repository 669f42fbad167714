import { BERTS, FAMILIES, HEADLESS, OTHER_HEADS } from '../exactness/checkpoints.ts';
import { fixtureFiles, openFixture } from '../exactness/fixture.ts';
import { maskedWordsError, stateErrors, worst } from '../exactness/measure-errors.ts';
import type { Precision } from '../exactness/precision.ts';
import { markdownTable, shown } from './markdown.ts';

const PRECISIONS = ['F32', 'F16', 'BF16'] as const;

/** A checkpoint in one of its formats, as `fixtureFiles` takes it. */
type Saved = readonly [name: string, precision: Precision | undefined];

/** The checkpoints of a type in a format: most are the same numbers in every format, the first BERTs are not. */
function savedIn(type: string, precision: Precision): Saved[] {
  const ends = precision === 'F32' ? ['f32', 'old-names'] : [precision.toLowerCase()];
  const berts = BERTS.filter((name) => type === 'bert' && ends.some((end) => name.endsWith(end)));
  const others = [...FAMILIES, ...OTHER_HEADS].filter((name) => name === type || name.startsWith(`${type}-`));
  return [
    ...berts.map((name) => [name, undefined] as const),
    ...others.map((name) => [name, precision] as const),
  ];
}

/** The largest error of each architecture's fixtures in each format, measured now: a table in Markdown. */
export async function architecturesTable(): Promise<string> {
  const head = ['`model_type`', 'float32', 'float16', 'bfloat16', 'masked words'];
  const rows: string[][] = [];
  for (const type of ['bert', ...FAMILIES]) {
    const cells: number[] = [];
    const heads: number[] = [];
    for (const precision of PRECISIONS) {
      const errors = await Promise.all(savedIn(type, precision).map(measure));
      cells.push(Math.max(...errors.map(({ states }) => states)));
      heads.push(...errors.flatMap(({ words }) => words ?? []));
    }
    rows.push([`\`${type}\``, ...cells.map(shown), heads.length > 0 ? shown(Math.max(...heads)) : 'no head']);
  }
  return markdownTable(head, rows);
}

async function measure([name, precision]: Saved): Promise<{ states: number; words: number | undefined }> {
  const hasHead = !HEADLESS.has(name);
  const fixture = await openFixture(await fixtureFiles(name, precision && { precision }), {
    maskedWords: hasHead,
  });
  const states = worst(await stateErrors(fixture));
  return { states, words: hasHead ? await maskedWordsError(fixture) : undefined };
}
