import { BERTS, FAMILIES, HEADLESS } from '../exactness/checkpoints.ts';
import { fixtureFiles, openFixture } from '../exactness/fixture.ts';
import { maskedWordsError, stateErrors, worst } from '../exactness/measure-errors.ts';
import type { Precision } from '../exactness/precision.ts';
import { markdownTable, shown } from './markdown.ts';

const PRECISIONS = ['F32', 'F16', 'BF16'] as const;

/** A checkpoint in one of its formats, as `fixtureFiles` takes it. */
type Saved = readonly [name: string, precision: Precision | undefined];

const ROWS: readonly {
  readonly type: string;
  readonly saved: Readonly<Record<Precision, readonly Saved[]>>;
}[] = [
  { type: 'bert', saved: { F32: berts('f32', 'old-names'), F16: berts('f16'), BF16: berts('bf16') } },
  ...FAMILIES.map((name) => ({
    type: name,
    saved: { F32: [[name, 'F32']], F16: [[name, 'F16']], BF16: [[name, 'BF16']] } as const,
  })),
];

function berts(...ends: readonly string[]): Saved[] {
  return BERTS.filter((name) => ends.some((end) => name.endsWith(end))).map((name) => [name, undefined]);
}

/** The largest error of each architecture's fixtures in each format, measured now: a table in Markdown. */
export async function architecturesTable(): Promise<string> {
  const head = ['`model_type`', 'float32', 'float16', 'bfloat16', 'masked words'];
  const rows: string[][] = [];
  for (const { type, saved } of ROWS) {
    const cells: number[] = [];
    const heads: number[] = [];
    for (const precision of PRECISIONS) {
      const errors = await Promise.all(saved[precision].map(measure));
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
