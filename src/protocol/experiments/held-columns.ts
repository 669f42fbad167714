import type { Column, CosineSample } from '../../measures/cosine-sample.ts';

/** Pairs of vectors and the columns that came along: what a cut by downdate needs. */
export interface HeldColumns {
  readonly sample: CosineSample;
  readonly columns: ReadonlyMap<number, Column>;
}
