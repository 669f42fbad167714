export interface DotRange {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export interface DotRow {
  readonly name: string;
  readonly value: number;
  /** Of what it is compared with. */
  readonly range?: DotRange | undefined;
  /** Value and range in words, on the row's right; under its name, a line each, where the row is too narrow for all. */
  readonly said: readonly string[];
  /** The first row's colour is that of what is whole. */
  readonly look: 'before' | 'after';
}
