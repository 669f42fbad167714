import type { ReactNode } from 'react';
import type { Missing } from '../../protocol/experiments/missing.ts';
import { strings } from '../../strings/index.ts';
import { LeftOut } from '../lab/LeftOut.tsx';

interface Measured {
  readonly missing?: readonly Missing[];
  /** Numbers of the sentences that were cut to fit the model. */
  readonly truncated: readonly number[];
}

const NONE: readonly Missing[] = [];

/** What either side could not measure; said once where both left out the same. */
export function LeftOutOfBoth({
  a,
  b,
  placesOf,
}: {
  readonly a: Measured;
  readonly b: Measured;
  /** Where sentences are, by their numbers. */
  readonly placesOf: (sentences: readonly number[]) => readonly string[];
}): ReactNode {
  const { sideA, sideB } = strings.compareView.sides;
  const same = JSON.stringify([a.missing, a.truncated]) === JSON.stringify([b.missing, b.truncated]);
  const said = ({ missing = NONE, truncated }: Measured, of?: string) => (
    <LeftOut missing={missing} truncated={placesOf(truncated)} of={of} />
  );
  if (same) return said(a);
  return (
    <>
      {said(a, sideA)}
      {said(b, sideB)}
    </>
  );
}
