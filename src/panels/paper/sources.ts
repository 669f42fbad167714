import type { Source } from '../../paper/claims.ts';
import type { Findings } from '../../paper/findings.ts';
import { DATA_IDS, type DataId } from '../../store/data/experiment-data.ts';
import type { PaperRun } from '../../store/state.ts';
import type { ViewId } from '../../store/view.ts';

/** The view that shows in full what a claim is judged by. */
export const VIEW_OF: Readonly<Record<Source, ViewId>> = {
  text: 'explore',
  weights: 'origins',
  probe: 'origins',
  cards: 'models',
  words: 'words',
  wic: 'words',
  wsd: 'words',
  sts: 'sentences',
  trees: 'syntax',
  labels: 'sentences',
  whiten: 'sentences',
};

/** What the page measures by itself. */
const BY_ITSELF = ['text', 'weights', 'cards'] as const;

/** What has to be run for it; nothing where the page measures it by itself. */
export function runsFor(source: Source): readonly PaperRun[] {
  // what whitening is held against, too
  if (source === 'whiten') return ['sts', 'whiten'];
  return isByItself(source) ? [] : [source];
}

function isByItself(source: Source): source is (typeof BY_ITSELF)[number] {
  return BY_ITSELF.some((one) => one === source);
}

/** The experiment among the views of words, trees and sentences that a claim is judged by. */
export function trialOf(source: Source): DataId | undefined {
  return DATA_IDS.find((id) => id === source);
}

/** What is cut for the claims where nothing is: every tail that was found, strongest first. */
export function tailsToCut({ tails }: Pick<Findings, 'tails'>): readonly number[] {
  return [...new Set(tails?.found.map(({ dim }) => dim) ?? [])];
}
