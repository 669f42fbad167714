import type { SenseData } from '../../../datasets/index.ts';
import { at } from '../../../core/at.ts';
import { rankGaps } from '../../../measures/rank-gaps.ts';
import { thresholdGrid } from '../../../measures/threshold-grid.ts';
import { NONE } from '../../../protocol/experiments/wsd.ts';
import type { SideItems } from './compared-items.ts';
import type { EvidenceKind, EvidenceOf } from './use-evidence.ts';

/** The layer of a side that is looked at, and how many it has. */
export interface InLayer {
  readonly layer: number;
  readonly layers: number;
}

/** Kinds of data whose items are listed. */
export type ListedKind = Extract<EvidenceKind, 'wic' | 'sts' | 'wsd' | 'words'>;

/** Pairs of one word: the same sense over the threshold that is best in the layer. */
export function wicItems(
  { cosines, same, measured }: EvidenceOf<'wic'>,
  { layer, layers }: InLayer,
): SideItems {
  const threshold = thresholdGrid(cosines, same, layers).bestByLayer[layer]?.threshold ?? NaN;
  return {
    keys: [...measured],
    told: (p) => {
      const value = at(cosines, layer * same.length + p);
      return { value, right: value > threshold === (same[p] === 1) };
    },
  };
}

/** Pairs of sentences, by how far off their ranks are. */
export function stsItems({ cosines, people, measured }: EvidenceOf<'sts'>, { layer }: InLayer): SideItems {
  const own = cosines.subarray(layer * people.length, (layer + 1) * people.length);
  const gaps = rankGaps(own, people);
  return {
    keys: [...measured],
    // two sides are apart by how much the one is further off than the other
    told: (p) => ({ value: Math.abs(at(gaps, p)), gap: at(gaps, p), cosine: at(own, p) }),
  };
}

/** Items with a sense: that of their nearest labelled neighbour. */
export function senseItems(
  { nearest, measured }: EvidenceOf<'wsd'>,
  { layer }: InLayer,
  { test, train }: SenseData,
): SideItems {
  return {
    keys: [...measured],
    told: (i) => {
      const first = (layer * measured.length + i) * nearest.count;
      const labelled = nearest.index[first] ?? NONE;
      const as = train.items[labelled]?.senses[0] ?? '';
      const senses = test.items[measured[i] ?? -1]?.senses ?? [];
      return {
        value: nearest.cosine[first] ?? NaN,
        as,
        labelled,
        right: senses.some((sense) => sense === as),
      };
    },
  };
}

/** Words, by how like themselves they are. */
export function wordItems({ forms, similarities }: EvidenceOf<'words'>, { layer }: InLayer): SideItems {
  return { keys: forms, told: (w) => ({ value: at(similarities, layer * forms.length + w) }) };
}
