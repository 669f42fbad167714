/** A rival: one measurement of it. */
export type Measurement = () => Promise<number>;

/**
 * Measures peers by turns, so that whatever else the machine does falls on all of them: once each unmeasured
 * to warm up, then once a round, in an order that turns round from one round to the next.
 * @returns by peer a figure for each round
 */
export async function alternate<Name extends string>(
  peers: Readonly<Record<Name, Measurement>>,
  rounds: number,
  { warmUp = true }: { readonly warmUp?: boolean } = {},
): Promise<ReadonlyMap<string, readonly number[]>> {
  const entries = Object.entries<Measurement>(peers);
  const found = new Map(entries.map(([name]) => [name, [] as number[]]));
  if (warmUp) for (const [, measure] of entries) await measure();
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of round % 2 === 0 ? entries : entries.toReversed()) {
      found.get(name)?.push(await measure());
    }
  }
  return found;
}

/** Round by round, how many times the one the other is. */
export function ratios(one: readonly number[] = [], other: readonly number[] = []): number[] {
  return one.map((value, round) => value / (other[round] ?? NaN));
}
