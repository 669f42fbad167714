import { TailscopeError } from '../../core/error.ts';
import type { GraphView } from './graph-view.ts';
import type { LayerNorm } from './layer-norms.ts';
import { pathBetween } from './path-between.ts';

/** A layer normalization of x + f(x): what follows attention or a feed-forward block. */
export interface Residual {
  readonly norm: LayerNorm;
  /** x, before any cast or reshape. */
  readonly from: string;
  /** Whether f attends. */
  readonly attention: boolean;
}

/** More than any encoder that a config may describe. */
const MOST_NORMS = 600;

/**
 * The normalizations of an encoder like BERT's: one chain in which each adds to the output of the one
 * before, by turns after attention and after a feed-forward block.
 * @throws TailscopeError("onnx-unsupported") that says what there is instead
 */
export function residualChain(view: GraphView, norms: readonly LayerNorm[]): readonly Residual[] {
  if (norms.length > MOST_NORMS)
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'norms', norms: norms.length } });
  const residuals = norms.flatMap((norm) => residualOf(view, norm) ?? []);
  const found = { norms: norms.length, residuals: residuals.length };
  if (residuals.length === 0)
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'no-chain', ...found } });

  const next = new Map(residuals.map((residual) => [residual.from, residual]));
  const outputs = new Set(residuals.map(({ norm }) => view.flatRoot(norm.output)));
  const heads = residuals.filter(({ from }) => !outputs.has(from));
  const [head] = heads;
  if (!head || heads.length > 1 || next.size < residuals.length)
    throw TailscopeError.of('onnx-unsupported', {
      problem: { is: 'chains', chains: heads.length, ...found },
    });

  const chain: Residual[] = [];
  for (let one: Residual | undefined = head; one; one = next.get(view.flatRoot(one.norm.output)))
    chain.push(one);
  const alternates = chain.every(({ attention }, i) => attention === (i % 2 === 0));
  if (!alternates || chain.length % 2 !== 0 || chain.length < residuals.length)
    throw TailscopeError.of('onnx-unsupported', {
      problem: { is: 'no-alternation', pattern: chain.map(({ attention }) => attention) },
    });
  return chain;
}

function residualOf(view: GraphView, norm: LayerNorm): Residual | undefined {
  const [a, b] = addends(view, norm) ?? [];
  if (a === undefined || b === undefined) return undefined;
  for (const [x, f] of [
    [a, b],
    [b, a],
  ] as const) {
    const from = view.flatRoot(x);
    const path = pathBetween(view, from, f);
    if (path) return { norm, from, attention: path.attends };
  }
  return undefined;
}

/** Biases that may be added after the sum, one after another. */
const MOST_BIASES = 4;

function addends(view: GraphView, { of }: LayerNorm): readonly [string, string] | undefined {
  if (typeof of !== 'string') return of;
  let sum = of;
  for (let bias = 0; bias <= MOST_BIASES; bias++) {
    const node = view.producer(view.root(sum))?.node;
    const [a, b] = node?.op === 'Add' ? node.inputs : [];
    if (a === undefined || b === undefined) return undefined;
    const isWeight = [a, b].map((value) => view.constant(value) !== undefined);
    if (isWeight[0] === true && isWeight[1] === true) return undefined;
    if (isWeight[0] === false && isWeight[1] === false) return [a, b];
    sum = isWeight[0] === true ? b : a;
  }
  return undefined;
}
