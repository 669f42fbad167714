import { TailscopeError } from '../../core/error.ts';
import { clip } from './clip.ts';
import type { NodeInfo } from './node.ts';

/**
 * The nodes in an order in which every input exists before it is used: theirs if it is one, as ONNX
 * asks for and not every tool gives.
 * @param given values that exist before any node
 * @throws TailscopeError("onnx-invalid") when a value is defined twice, nowhere, or by way of itself
 */
export function inOrder(nodes: readonly NodeInfo[], given: ReadonlySet<string>): readonly NodeInfo[] {
  const owners = ownersOf(nodes, given);
  const before = nodes.map((node) => neededBy(node, owners, given));
  const isInOrder = before.every((owns, i) => [...owns].every((owner) => owner < i));
  return isInOrder ? nodes : sorted(nodes, before);
}

function ownersOf(nodes: readonly NodeInfo[], given: ReadonlySet<string>): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [i, { outputs }] of nodes.entries()) {
    for (const output of outputs) {
      if (output === '') continue;
      if (owners.has(output) || given.has(output))
        throw TailscopeError.of('onnx-invalid', { problem: { is: 'twice', value: clip(output) } });
      owners.set(output, i);
    }
  }
  return owners;
}

/** The nodes whose outputs one takes. */
function neededBy(
  { inputs, captured }: NodeInfo,
  owners: ReadonlyMap<string, number>,
  given: ReadonlySet<string>,
): ReadonlySet<number> {
  const needed = new Set<number>();
  for (const name of [...inputs, ...captured]) {
    const owner = owners.get(name);
    if (owner !== undefined) needed.add(owner);
  }
  for (const name of inputs)
    if (name !== '' && !owners.has(name) && !given.has(name))
      throw TailscopeError.of('onnx-invalid', { problem: { is: 'undefined', value: clip(name) } });
  return needed;
}

function sorted(nodes: readonly NodeInfo[], before: readonly ReadonlySet<number>[]): readonly NodeInfo[] {
  const followers = nodes.map((): number[] => []);
  for (const [i, owners] of before.entries()) for (const owner of owners) followers[owner]?.push(i);
  const missing = before.map(({ size }) => size);
  const ready = missing.flatMap((count, i) => (count === 0 ? [i] : []));
  // grows while it is walked
  for (const i of ready) {
    for (const follower of followers[i] ?? []) {
      const left = (missing[follower] ?? 0) - 1;
      missing[follower] = left;
      if (left === 0) ready.push(follower);
    }
  }
  if (ready.length < nodes.length) throw TailscopeError.of('onnx-invalid', { problem: { is: 'cyclic' } });
  return ready.flatMap((i) => nodes[i] ?? []);
}
