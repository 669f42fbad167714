import type { Source } from '../../paper/claims.ts';
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

/** What has to be run for it; nothing where the page measures it by itself. */
export function runsFor(source: Source): readonly PaperRun[] {
  switch (source) {
    case 'text':
    case 'weights':
    case 'cards':
      return [];
    case 'whiten':
      // what it is held against, too
      return ['sts', 'whiten'];
    default:
      return [source];
  }
}

/** The experiment among the views of words, trees and sentences that a claim is judged by. */
export function trialOf(source: Source): DataId | undefined {
  return DATA_IDS.find((id) => id === source);
}
