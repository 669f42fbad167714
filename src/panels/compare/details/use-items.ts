import { useMemo } from 'react';
import { selectLayer } from '../../../store/derive/choice.ts';
import { useApp } from '../../../store/use-app.ts';
import type { Ask } from '../../../store/use-ask.ts';
import type { Compared } from '../use-compared.ts';
import { comparedItems, type ComparedItem, type SideItems } from './compared-items.ts';
import type { InLayer, ListedKind } from './side-items.ts';
import { lastLayer } from './last-layer.ts';
import { useEvidence, type EvidenceOf, type ShownEvidence } from './use-evidence.ts';

export interface ItemsOfBoth {
  readonly asks: readonly Ask<'task-scores'>[];
  /** Undefined until both sides are measured. */
  readonly items: readonly ComparedItem[] | undefined;
  /** The layer on screen. */
  readonly layer: number;
}

/** @param read the same function as long as it reads the same data */
export function useItems<K extends ListedKind>(
  kind: K,
  { a, b }: Compared,
  read: (evidence: EvidenceOf<K>, where: InLayer) => SideItems,
): ItemsOfBoth {
  const one = useEvidence(kind, a);
  const other = useEvidence(kind, b);
  const chosen = useApp(selectLayer);
  // one layer, which both have
  const layer = Math.min(chosen, lastLayer(one.ask), lastLayer(other.ask));
  const ofA = useSideItems(one, layer, read);
  const ofB = useSideItems(other, layer, read);
  const items = useMemo(() => ofA && ofB && comparedItems(ofA, ofB), [ofA, ofB]);
  return { asks: [one.ask, other.ask], items, layer };
}

function useSideItems<K extends ListedKind>(
  { found }: ShownEvidence<K>,
  layer: number,
  read: (evidence: EvidenceOf<K>, where: InLayer) => SideItems,
): SideItems | undefined {
  const evidence = found?.evidence;
  const layers = found?.scores.length ?? 0;
  return useMemo(() => evidence && read(evidence, { layer, layers }), [evidence, layers, layer, read]);
}
