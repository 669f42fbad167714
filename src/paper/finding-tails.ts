import { DEFAULT_TAIL_RULE } from '../measures/tail-rule.ts';
import { inWords } from '../strings/en/list.ts';
import { strings } from '../strings/index.ts';
import type { Findings, FoundTail, TailFindings } from './findings.ts';
import { judged, type Judged } from './judged.ts';
import { publishedTails } from './published-tails.ts';
import { figure, layerList, percent } from './written.ts';

const words = strings.paper.said;

/** A few dimensions are the smallest or the largest of almost every vector in almost every layer (paper section 2). */
export function judgeTails({ found, peaks }: TailFindings): Judged {
  if (found.length > 0) return judged(true, found.map(tailText).join('; '));
  const [peak] = [...peaks.slice(1)].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return judged(false, words.noTail(peak ? words.closest(peak.dim, figure(peak.z, 1)) : ''));
}

function tailText({ dim, side, layers, share }: FoundTail): string {
  const own = layers.filter((layer) => layer > 0);
  const shares = own.flatMap((layer) => {
    const value = share[layer];
    return value === undefined || Number.isNaN(value) ? [] : [value];
  });
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return words.tail({
    dim,
    extreme: words.extreme[side],
    shares:
      shares.length === 0
        ? ''
        : percent(low, 0) === percent(high, 0)
          ? percent(low, 0)
          : words.range(figure(100 * low, 0), percent(high, 0)),
    layers: layerList(own),
  });
}

/** The mean vector of a layer has one spike (figures 1 and 2). */
export function judgeSpike({ peaks }: TailFindings): Judged {
  const own = peaks.slice(1);
  const high = own.filter(({ z }) => Math.abs(z) >= DEFAULT_TAIL_RULE.z);
  const [top] = [...own].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  if (!top) return judged(false, words.noTail(''));
  return judged(
    high.length >= DEFAULT_TAIL_RULE.layers * own.length,
    words.spike({
      dim: top.dim,
      layer: peaks.indexOf(top),
      mean: figure(top.mean, 2),
      z: figure(top.z, 1),
      count: high.length,
      of: own.length,
    }),
  );
}

/** Each of the published models has these tails: the same dimension for the same checkpoint. */
export function judgeNamed({ found }: TailFindings, { model }: Findings): Judged {
  const known = publishedTails(model);
  if (!known) return { verdict: 'no-question', said: words.otherModel };
  const dims = found.map(({ dim }) => dim);
  const same = known.filter((dim) => dims.includes(dim));
  return judged(same.length > 0, words.named(inWords(known), dims.length === 0 ? words.none : inWords(dims)));
}
