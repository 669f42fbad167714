import type { BlockParts } from './encoder-block.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';
import { INPUT, scalesName, termsName } from './interface.ts';
import type { OpenedNorm } from './operators.ts';

/**
 * Outputs of the embeddings at the traced dimensions: `terms_0` [batch * length, parts * traced + 2], the values that are
 * added (words, positions as scaled, and where there are any token types) one part after another, then the mean and
 * 1 / deviation of their LayerNorm; `scales_0` [2, traced], its scale and shift.
 * @param parts [batch * length, dims] each
 */
export function traceEmbeddings(graph: GraphBuilder, parts: readonly Value[], norm: OpenedNorm): void {
  const values = parts.map((part) => traced(graph, part, 1));
  give(graph, termsName(0), [...values, norm.mean, norm.inverse], 1);
  give(graph, scalesName(0), scales(graph, norm), 0);
}

/**
 * Outputs of layer l at the traced dimensions: `terms_l` [batch * length, 2 * traced + 6], what attention and the feed-forward
 * block add, what each adds to all dimensions together, then mean and 1 / deviation of the LayerNorm after each; `scales_l` [4, traced], scale and shift of the one
 * and of the other.
 */
export function traceLayer(graph: GraphBuilder, layer: number, parts: BlockParts): void {
  const { attention, feedForward, middle, output } = parts;
  const values = [attention, feedForward].map((value) => traced(graph, value, 1));
  const sums = [attention, feedForward].map((value) => graph.node('ReduceSum', [value, graph.ints([-1])]));
  const moments = [middle.mean, middle.inverse, output.mean, output.inverse];
  give(graph, termsName(layer), [...values, ...sums, ...moments], 1);
  give(graph, scalesName(layer), [...scales(graph, middle), ...scales(graph, output)], 0);
}

function traced(graph: GraphBuilder, value: Value, axis: number): Value {
  return graph.node('Gather', [value, INPUT.traced], { attributes: { axis: { int: axis } } });
}

/** Scale and shift at the traced dimensions, [1, traced] each. */
function scales(graph: GraphBuilder, { gamma, beta }: OpenedNorm): Value[] {
  return [gamma, beta].map((vector) => graph.node('Unsqueeze', [traced(graph, vector, 0), graph.ints([0])]));
}

function give(graph: GraphBuilder, name: string, values: readonly Value[], axis: number): void {
  graph.node('Concat', values, { attributes: { axis: { int: axis } }, name });
  graph.output(name, 'float', ['rows', 'columns']);
}
