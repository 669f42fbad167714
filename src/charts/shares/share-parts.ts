export interface ShareRow {
  readonly label: string;
  /** In full, where the label is short for it: "layer 5". */
  readonly name?: string;
  /** How many vectors have their minimum (maximum) at each dimension. */
  readonly counts: ArrayLike<number>;
  /** The same after a cut: drawn under it. */
  readonly after?: ArrayLike<number> | undefined;
  /** The dimension that is the extreme of a token under the pointer. */
  readonly token?: number | undefined;
}

export interface SharePart {
  /** undefined = all dimensions not named. */
  readonly dim: number | undefined;
  /** Dimensions in it. */
  readonly dims: number;
  readonly count: number;
  /** Where it begins and how long it is, in shares of the row. */
  readonly from: number;
  readonly share: number;
}

/**
 * A row's dimensions by share, tails first so that they begin at the same place in every row; those
 * under `least` of the row are added up in one last part. The parts always fill the row.
 * @returns none for a row without vectors
 */
export function shareParts(
  counts: ArrayLike<number>,
  tails: { has(dim: number): boolean },
  least: number,
): readonly SharePart[] {
  let total = 0;
  const present: { dim: number; count: number }[] = [];
  for (let dim = 0; dim < counts.length; dim++) {
    const count = counts[dim] ?? 0;
    if (count === 0) continue;
    total += count;
    present.push({ dim, count });
  }
  present.sort(
    (a, b) => Number(tails.has(b.dim)) - Number(tails.has(a.dim)) || b.count - a.count || a.dim - b.dim,
  );
  const parts: SharePart[] = [];
  let from = 0;
  let rest = 0;
  let restDims = 0;
  for (const { dim, count } of present) {
    const share = count / total;
    if (share < least && !tails.has(dim)) {
      rest += count;
      restDims += 1;
      continue;
    }
    parts.push({ dim, dims: 1, count, from, share });
    from += share;
  }
  if (restDims > 0) parts.push({ dim: undefined, dims: restDims, count: rest, from, share: rest / total });
  return parts;
}

/** The part at a place (0..1) of a row. */
export function partAt(parts: readonly SharePart[], place: number): SharePart | undefined {
  return parts.find((part) => place >= part.from && place < part.from + part.share);
}
