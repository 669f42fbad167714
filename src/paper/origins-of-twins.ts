import { inWords } from '../strings/en/list.ts';
import { strings } from '../strings/index.ts';
import type { TwinFindings } from './findings.ts';
import { judged, NOT_RUN, type Judged } from './judged.ts';
import { figure } from './written.ts';

const words = strings.paper.said;

/** Without position embeddings a model predicts far worse (section 3). */
export function judgePerplexity(twins: TwinFindings): Judged {
  const [own, other] = [twins.with.perplexity, twins.without.perplexity];
  if (own === undefined || other === undefined) return NOT_RUN;
  return judged(other > own, words.perplexity(figure(own, 1), figure(other, 1)));
}

/** Without position embeddings there is no tail (section 3). */
export function judgeWithout({ without, with: twin }: TwinFindings): Judged {
  const tails = (dims: readonly number[]): string => (dims.length === 0 ? words.none : inWords(dims));
  return judged(
    without.tails.length === 0 && twin.tails.length > 0,
    words.without(tails(without.tails), tails(twin.tails)),
  );
}
