import type { GraphView, Placed } from './graph-view.ts';

/** Operators by which tokens look at each other; plain attention is known by its softmax. */
const ATTENDING = new Set([
  'Softmax',
  'Attention',
  'QAttention',
  'QOrderedAttention',
  'MultiHeadAttention',
  'PackedAttention',
  'PackedMultiHeadAttention',
  'DecoderMaskedMultiHeadAttention',
  'DecoderMaskedSelfAttention',
  'GroupQueryAttention',
]);
/** Operators whose output says nothing of the numbers they take: position tables are cut to a state's length. */
const OF_SHAPE = new Set(['Shape', 'Size']);

/** Nodes that may lie between what a block is given and what it gives; some two hundred do. */
const LONGEST = 4000;

/**
 * Whether `to` is computed from `from`, and whether anything on the way attends.
 * @returns undefined when it is not, or by way of more nodes than any block has
 */
export function pathBetween(view: GraphView, from: string, to: string): { attends: boolean } | undefined {
  const first = view.producer(from)?.place;
  const last = view.producer(to)?.place;
  // what is made earlier cannot be made of it, so a graph is not walked twice
  if (first === undefined || last === undefined || last <= first || last - first > LONGEST) return undefined;
  const walked = view.nodes.slice(first + 1, last + 1);
  const below = new Set([from]);
  for (const { node } of walked)
    if (!OF_SHAPE.has(node.op) && takes(node, below))
      for (const output of named(node.outputs)) below.add(output);
  if (!below.has(to)) return undefined;

  const above = new Set([to]);
  const onTheWay = walked.toReversed().filter(({ node }) => {
    const isOn = node.outputs.some((output) => above.has(output)) && takes(node, below);
    if (isOn) for (const input of [...node.inputs, ...node.captured]) if (below.has(input)) above.add(input);
    return isOn;
  });
  return { attends: onTheWay.some(({ node }) => attends(node)) };
}

/** An empty name stands for an output that is left out. */
const named = (values: readonly string[]): readonly string[] => values.filter((value) => value !== '');

function takes({ inputs, captured }: Placed['node'], values: ReadonlySet<string>): boolean {
  if (inputs.some((input) => values.has(input))) return true;
  // nearly always empty, and asked for every node of every path
  return captured.size > 0 && [...captured].some((name) => values.has(name));
}

/** Whether tokens look at each other in a node. */
export const attends = ({ op }: Placed['node']): boolean => ATTENDING.has(op);
