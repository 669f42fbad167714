import { type Judge, cutting, ifFound, ofCut, ofTails } from './judged.ts';
import { judgeNamed, judgeSpike, judgeTails } from './finding-tails.ts';
import { judgeNorms, judgePositions, judgeTables } from './origins-in-weights.ts';
import { judgeProbe, judgeProbeTail } from './origins-by-probe.ts';
import { judgePerplexity, judgeWithout } from './origins-of-twins.ts';
import {
  judgeAnisotropy,
  judgeClassifier,
  judgeIsotropy,
  judgeSelfSimilarity,
  judgeSenses,
  judgeSts,
  judgeSyntax,
  judgeWhitening,
  judgeWic,
} from './what-cutting-does.ts';

/** Parts of the paper, in its order: sections 2, 3 and 4. */
export const PARTS = ['finding', 'origins', 'cutting'] as const;
export type Part = (typeof PARTS)[number];

/** What has to be measured for a claim: a pass over a text, the weights alone, a probe's training, cards, or an experiment. */
export type Source =
  'text' | 'weights' | 'probe' | 'cards' | 'words' | 'wic' | 'wsd' | 'sts' | 'trees' | 'labels' | 'whiten';

export interface Claim {
  readonly id: string;
  readonly part: Part;
  readonly source: Source;
  readonly judge: Judge;
}

/**
 * Every claim of the paper that can be measured, in its order. What each says, what the paper found and when a
 * measurement agrees is written in `strings.paper.claims` under the same id.
 */
export const CLAIMS = [
  { id: 'tails', part: 'finding', source: 'text', judge: ifFound('tails', judgeTails) },
  { id: 'spike', part: 'finding', source: 'text', judge: ifFound('tails', judgeSpike) },
  { id: 'named', part: 'finding', source: 'text', judge: ifFound('tails', judgeNamed) },
  { id: 'positions', part: 'origins', source: 'weights', judge: ofTails(ifFound('weights', judgePositions)) },
  { id: 'tables', part: 'origins', source: 'weights', judge: ofTails(ifFound('weights', judgeTables)) },
  { id: 'norms', part: 'origins', source: 'weights', judge: ofTails(ifFound('weights', judgeNorms)) },
  { id: 'probe', part: 'origins', source: 'probe', judge: ifFound('probe', judgeProbe) },
  { id: 'probeTail', part: 'origins', source: 'probe', judge: ofTails(ifFound('probe', judgeProbeTail)) },
  { id: 'perplexity', part: 'origins', source: 'cards', judge: ifFound('twins', judgePerplexity) },
  { id: 'without', part: 'origins', source: 'cards', judge: ifFound('twins', judgeWithout) },
  { id: 'anisotropy', part: 'cutting', source: 'text', judge: ofCut(cutting('anisotropy', judgeAnisotropy)) },
  { id: 'isotropic', part: 'cutting', source: 'text', judge: ofCut(cutting('anisotropy', judgeIsotropy)) },
  {
    id: 'selfSimilarity',
    part: 'cutting',
    source: 'words',
    judge: ofCut(cutting('selfSimilarity', judgeSelfSimilarity)),
  },
  { id: 'wic', part: 'cutting', source: 'wic', judge: ofCut(ifFound('wic', judgeWic)) },
  { id: 'sts', part: 'cutting', source: 'sts', judge: ofCut(cutting('sts', judgeSts)) },
  { id: 'wsd', part: 'cutting', source: 'wsd', judge: ofCut(cutting('wsd', judgeSenses)) },
  { id: 'syntax', part: 'cutting', source: 'trees', judge: ofCut(cutting('syntax', judgeSyntax)) },
  {
    id: 'classifier',
    part: 'cutting',
    source: 'labels',
    judge: ofCut(cutting('classifier', judgeClassifier)),
  },
  { id: 'whitening', part: 'cutting', source: 'whiten', judge: ofCut(judgeWhitening) },
] as const satisfies readonly Claim[];

export type ClaimId = (typeof CLAIMS)[number]['id'];
