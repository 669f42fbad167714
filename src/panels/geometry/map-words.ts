import type { Table } from '../../charts/table.ts';
import type { GeometryPoint } from '../../protocol/experiments/geometry.ts';
import { strings } from '../../strings/index.ts';

const words = strings.geometryView.map;

/** A token and where it stands, in two short lines for the pointer. */
export function pointLines(
  points: readonly GeometryPoint[],
  sentences: readonly string[],
): (point: number) => readonly [string, string] {
  return (point) => {
    const { text = '', sentence = 0 } = points[point] ?? {};
    return [text, shortened(sentences[sentence] ?? '')];
  };
}

/** Characters of a sentence that fit beside the pointer. */
const MOST = 48;

function shortened(sentence: string): string {
  return sentence.length <= MOST ? sentence : `${sentence.slice(0, MOST - 1).trimEnd()}…`;
}

/** Every point with its places. */
export function mapTable(
  points: readonly GeometryPoint[],
  before: ArrayLike<number>,
  after: ArrayLike<number> | undefined,
): Table {
  return {
    columns: words.columns,
    rows: points.map(({ text, sentence }, i) => [
      text,
      sentence + 1,
      ...[before[2 * i], before[2 * i + 1], after?.[2 * i], after?.[2 * i + 1]].map((value) => value ?? NaN),
    ]),
  };
}
