import type { ReactNode } from 'react';
import type { GeometryPoint } from '../../protocol/experiments/geometry.ts';
import { strings } from '../../strings/index.ts';
import own from './geometry.module.css';

const words = strings.geometryView.map;

/** The token under the pointer and its whole sentence, on a line that is kept for it. */
export function PointRead(props: {
  readonly points: readonly GeometryPoint[];
  readonly sentences: readonly string[];
  readonly pointed: number | undefined;
}): ReactNode {
  const { points, sentences, pointed } = props;
  const point = pointed === undefined ? undefined : points[pointed];
  return (
    <p className={own['read']} data-passing="">
      {point ? words.pointed(point.text, sentences[point.sentence] ?? '') : words.point}
    </p>
  );
}
