/** A pair or an item as one side tells it. */
export interface Told {
  /** What the list is in order of, beside the verdict. */
  readonly value: number;
  readonly right?: boolean;
  /** A sense. */
  readonly as?: string;
  /** Index among labelled items of the nearest. */
  readonly labelled?: number;
  /** How far its rank lies from people's, see rankGaps; and the cosine that it follows from. */
  readonly gap?: number;
  readonly cosine?: number;
}

/** What one side measured. */
export interface SideItems {
  /** What an item is called, in both sides alike: the number of its pair in the data, or its word. */
  readonly keys: readonly (number | string)[];
  /** @param place among the keys */
  readonly told: (place: number) => Told;
}

/** A pair or an item that both sides measured. */
export interface ComparedItem {
  readonly key: number | string;
  /** Its number among those of the first side, by which the views call it. */
  readonly place: number;
  readonly a: Told;
  readonly b: Told;
}

/**
 * What both sides measured: first what one tells right and the other wrong, then what they call differently, then by how far
 * they are apart, the furthest first; in the order of the first side on ties.
 */
export function comparedItems(a: SideItems, b: SideItems): readonly ComparedItem[] {
  const places = new Map(b.keys.map((key, place) => [key, place]));
  const items = a.keys.flatMap((key, place) => {
    const other = places.get(key);
    return other === undefined ? [] : [{ key, place, a: a.told(place), b: b.told(other) }];
  });
  const ordered = items.map((item) => ({ item, weight: weightOf(item) }));
  ordered.sort((x, y) => y.weight - x.weight);
  return ordered.map(({ item }) => item);
}

export const toldApart = ({ a, b }: Pick<ComparedItem, 'a' | 'b'>): boolean =>
  a.right !== b.right || a.as !== b.as;

/** Values are at most 1 apart by far the most: a verdict weighs more than any of them. */
function weightOf({ a, b }: ComparedItem): number {
  const apart = Math.abs(a.value - b.value);
  return (a.right !== b.right ? 200 : 0) + (a.as !== b.as ? 100 : 0) + (Number.isFinite(apart) ? apart : 0);
}
