import { bestLayer } from '../measures/best-layer.ts';
import { strings } from '../strings/index.ts';
import type { Findings } from './findings.ts';
import { judged, NOT_RUN, UNCUT, type Both, type Judged } from './judged.ts';
import { figure, meanOfLayers, percent } from './written.ts';

const words = strings.paper.said;
/** Mean cosines below this count as near to isotropic; the threshold is ours. */
export const NEAR_ISOTROPIC = 0.1;
/** Half a point, as the paper has it. */
export const SAME_ACCURACY = 0.005;

/** Vectors point one way less (section 4). */
export function judgeAnisotropy({ before, after }: Both): Judged {
  const [whole, cut] = [meanOfLayers(before), meanOfLayers(after)];
  return judged(cut < whole, words.mean(figure(whole, 3), figure(cut, 3)));
}

/** Close to isotropic after (section 4). */
export function judgeIsotropy({ after }: Both): Judged {
  const own = after.slice(1);
  const near = own.filter((value) => value < NEAR_ISOTROPIC).length;
  const text = words.isotropic(figure(Math.min(...own), 3), figure(Math.max(...own), 3), near, own.length);
  return judged(near >= own.length / 2, text);
}

/** The vectors of a word are more alike, against the layer's own level (section 4). */
export function judgeSelfSimilarity({ before, after }: Both): Judged {
  const [whole, cut] = [meanOfLayers(before), meanOfLayers(after)];
  return judged(cut > whole, words.mean(figure(whole, 3), figure(cut, 3)));
}

/** The best accuracy on Word in Context rises (section 4). */
export function judgeWic({ before, after }: NonNullable<Findings['wic']>): Judged {
  if (!after) return UNCUT;
  const cell = ({ accuracy, layer, threshold }: typeof before): string =>
    words.cell(percent(accuracy), layer, figure(threshold, 1));
  return judged(after.accuracy > before.accuracy, words.fromTo(cell(before), cell(after)));
}

/** A best layer before and one after, the larger the better. */
function rises({ before, after }: Both, written: (value: number) => string): Judged {
  const [whole, cut] = [bestLayer(before), bestLayer(after)];
  if (!whole || !cut) return { verdict: 'no-question', said: words.undefinedHere };
  const at = ({ layer, value }: typeof whole): string => words.bestAt(written(value), layer);
  return judged(cut.value > whole.value, words.fromTo(at(whole), at(cut)));
}

/** Cosines of sentences follow people's scores better (section 4). */
export const judgeSts = (both: Both): Judged => rises(both, (value) => figure(value, 2));

/** Senses are told better by the nearest neighbour (arXiv v2). */
export const judgeSenses = (both: Both): Judged => rises(both, (value) => percent(value));

/** Trees induced from distances are better (arXiv v2). */
export const judgeSyntax = (both: Both): Judged => rises(both, (value) => figure(value, 2));

/** A classifier that is trained on the vectors misses nothing (section 4). */
export function judgeClassifier({ before, after }: Both): Judged {
  const [whole, cut] = [bestLayer(before), bestLayer(after)];
  if (!whole || !cut) return { verdict: 'no-question', said: words.undefinedHere };
  const at = ({ layer, value }: typeof whole): string => words.bestAt(percent(value), layer);
  return judged(Math.abs(cut.value - whole.value) <= SAME_ACCURACY, words.fromTo(at(whole), at(cut)));
}

/** Whitening is the more systematic remedy (after Su et al. 2021): it gains more than the cut. What others advise stands beside it. */
export function judgeWhitening({ sts, stsRemedied }: Findings): Judged {
  if (!sts || !stsRemedied) return NOT_RUN;
  if (!sts.after) return UNCUT;
  const [cut, whiten] = [bestLayer(sts.after), bestLayer(stsRemedied.whiten)];
  if (!cut || !whiten) return { verdict: 'no-question', said: words.undefinedHere };
  const at = (best: ReturnType<typeof bestLayer>): string =>
    best ? words.bestAt(figure(best.value, 2), best.layer) : figure(undefined, 2);
  const said = words.whitening({
    cut: at(cut),
    whiten: at(whiten),
    standardize: at(bestLayer(stsRemedied.standardize)),
    top: at(bestLayer(stsRemedied.top)),
  });
  return judged(whiten.value > cut.value, said);
}
