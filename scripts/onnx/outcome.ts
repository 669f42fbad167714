import { shown } from '../models-table/markdown.ts';
import type { Level } from './exported-model.ts';

/** Largest absolute differences of hidden states; undefined = there is no such input or output. */
export interface Errors {
  /** From PyTorch: as it is, cut inside, at other positions, without positions. */
  readonly plain: number;
  readonly kept: number;
  readonly shifted?: number | undefined;
  readonly withoutPositions?: number | undefined;
  /** Of the masked-word head's logits from PyTorch's. */
  readonly maskedWords?: number | undefined;
  /** From the unedited file: of the last layer, padding included, or of the masked words' logits. */
  readonly unedited: number;
}

/** What came of one export at one level of optimization. */
export interface Outcome {
  readonly architecture: string;
  readonly exporter: string;
  readonly variant: string;
  readonly level: Level;
  readonly errors?: Errors;
  /** Why there are none. */
  readonly failure?: string;
}

/** Variants that compute in float32 with the weights as they are. */
export const EXACT = ['f32', 'external', 'slim', 'fused', 'runtime-fused'] as const;

/** Those whose weights are rounded to half precision. */
export const HALF = ['fp16', 'fused-fp16'] as const;

/** How far an export's hidden states are from PyTorch's at most. */
export function worstState(errors: Errors): number {
  return Math.max(errors.plain, errors.kept, errors.shifted ?? 0, errors.withoutPositions ?? 0);
}

/** The largest of an error as the tables have it; empty where none of the files has it. */
export function worst(group: readonly Outcome[], of: (errors: Errors) => number | undefined): string {
  const values = group.flatMap(({ errors }) => (errors && of(errors)) ?? []);
  return values.length === 0 ? '' : shown(Math.max(...values));
}

/** Files that the runtime does not load as they are say nothing of editing. */
export const isUnloadable = ({ failure }: Outcome): boolean => failure?.startsWith('unedited') ?? false;

export function distinct(outcomes: readonly Outcome[], of: (outcome: Outcome) => string): string[] {
  return [...new Set(outcomes.map(of))];
}
