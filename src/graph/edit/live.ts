import type { WrittenNode } from './graph-edit.ts';

export interface Live {
  /** The nodes that outputs need, in their order. */
  readonly nodes: readonly WrittenNode[];
  /** Every name that these use, the outputs' own included. */
  readonly used: ReadonlySet<string>;
}

/** What of a graph its outputs need. */
export function live(nodes: readonly WrittenNode[], outputs: readonly string[]): Live {
  const used = new Set(outputs);
  const needed = nodes.toReversed().filter((node) => {
    const isNeeded = node.outputs.some((output) => output !== '' && used.has(output));
    if (isNeeded) for (const input of [...node.inputs, ...node.captured]) used.add(input);
    return isNeeded;
  });
  return { nodes: needed.toReversed(), used };
}
