import type { GraphBuilder } from './graph-builder.ts';

/** What an architecture writes its part of a graph with. */
export interface Scope {
  readonly graph: GraphBuilder;
  /** What the names of this checkpoint's encoder tensors begin with. */
  readonly at: string;
  /** Whether what makes up hidden states is written, too. */
  readonly traced: boolean;
}
