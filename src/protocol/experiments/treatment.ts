import type { Remedy } from '../../measures/remedy.ts';

/** What is done to vectors to compare them with themselves as they are. */
export interface Treatment {
  /** Dimensions set to zero. */
  readonly cut: readonly number[];
  /** After the network, or inside it in layers 1 to L, where the layers above then read vectors without them. */
  readonly where: 'after' | 'inside';
  /** Applied to what the cut leaves, and fitted on it; left out, nothing more is done. */
  readonly remedy?: Remedy;
}

/** What every experiment is asked besides its data. */
export interface ExperimentSettings {
  readonly treatment: Treatment;
  /** Whether the special tokens' vectors are measured (they are always fed to the model). */
  readonly specials: 'include' | 'exclude';
  /** Of whatever is drawn. */
  readonly seed: number;
  /** Dimensions whose columns should come along, for cuts by downdate. */
  readonly columns: readonly number[];
  /** Of what there is to measure, as a part counts it: the very part that a pass stopped at. All where it is left out. */
  readonly stopAt?: number | undefined;
}
