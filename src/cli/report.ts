import type { TailscopeError } from '../core/error.ts';
import type { NodeModel } from '../engine/node/index.ts';
import type { EmptyLines } from './text-source.ts';

/** What every experiment says of itself with --json. Layers go from 0 (after the embeddings) to L. */
export interface Report {
  readonly experiment: string;
  readonly model: ModelReport;
  /** Sentences and tokens measured; null where the weights were, and nothing else. */
  readonly data: {
    readonly name: string;
    readonly sha256: string;
    /** Lines without a sentence, of a text. */
    readonly empty?: EmptyLines;
    readonly sentences: number;
    readonly tokens: number;
    /** Lines whose sentence lost its end. */
    readonly truncated: readonly number[];
  } | null;
  readonly settings: {
    readonly cut: readonly number[];
    readonly cutWhere: 'after' | 'inside';
    /** As --remedy has it. */
    readonly remedy: string;
    /** The text that remedies are fitted on, where that is not the data. */
    readonly remedyData?: { readonly name: string; readonly sha256: string };
    /** What stands before, where that is not the vectors as they are. */
    readonly against?: {
      readonly cut: readonly number[];
      readonly cutWhere: string;
      readonly remedy: string;
    };
    /** As --positions has it, where they are not as they are. */
    readonly positions?: string;
    readonly specials: 'include' | 'exclude';
    readonly seed: number;
    readonly limit: number | null;
  };
  readonly seconds: number;
  readonly version: string;
}

export interface ModelReport {
  readonly id: string;
  /** Path of the weights it ran with. */
  readonly weights: string;
  readonly sha256: string;
  /** Whether the weights are rounded to integers. */
  readonly approximate: boolean;
  /** Those of the network, L. */
  readonly layers: number;
  readonly dims: number;
}

export function modelReport({ info, sha256 }: NodeModel): ModelReport {
  const { id, layers, dims, weights } = info;
  return { id, weights: weights.name, sha256, approximate: weights.approximate, layers, dims };
}

/** Shares, cosines and z to 6 digits: more would be noise of float32. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** What is not a number is null in JSON. */
export function roundedOrNull(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : null;
}

/** Exit code: 2 for a command line that makes no sense, 1 for anything else. */
export function exitCode({ code }: TailscopeError): number {
  return code.startsWith('usage-') ? 2 : 1;
}
