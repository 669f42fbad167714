import { strings } from '../strings/index.ts';
import type { ProbeFindings } from './findings.ts';
import { judged, type Judged } from './judged.ts';
import { figure, percent } from './written.ts';

const words = strings.paper.said;

/** Positions can be told from the vectors, in the lower layers almost always, and ever less above (figure 5). */
export function judgeProbe({ accuracy }: ProbeFindings): Judged {
  const [first, last] = [accuracy[1] ?? NaN, accuracy.at(-1) ?? NaN];
  return judged(last < first, words.probe(percent(first), percent(last)));
}

/** The tail contributes more to that than the mean dimension (figure 5). */
export function judgeProbeTail({ dim, times }: ProbeFindings): Judged {
  const own = times.slice(1);
  const above = own.filter((value) => value > 1).length;
  const defined = own.filter(Number.isFinite);
  return judged(
    above > own.length / 2,
    words.probeTail({
      dim,
      low: figure(Math.min(...defined), 1),
      high: figure(Math.max(...defined), 1),
      count: above,
      of: own.length,
    }),
  );
}
