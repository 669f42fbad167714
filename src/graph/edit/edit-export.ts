import { TailscopeError } from '../../core/error.ts';
import { outputProto, valueInfoProto } from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import { checkExternalData } from './external-data.ts';
import { findEncoder, type EncoderSizes } from './find-encoder.ts';
import { GraphEdit, type WrittenNode } from './graph-edit.ts';
import { GraphView } from './graph-view.ts';
import { KEEP, keepStates } from './keep-states.ts';
import { readModel, type GraphPart, type OnnxModel } from './model.ts';
import { movePositions } from './move-positions.ts';
import { GRAPH, MODEL } from './schema.ts';
import { checkInputs, widenInputs } from './take-inputs.ts';

export interface EditOptions {
  /** What config.json says, to hold the graph to. */
  readonly sizes: EncoderSizes;
  /** Bytes of the files that weights may lie in, by the name they will be handed to the runtime under. */
  readonly files: ReadonlyMap<string, number>;
  /** Whether the output "logits" of a model with a masked-word head stays. */
  readonly head?: boolean;
}

export interface EditedGraph {
  /** The bytes of a ModelProto. */
  readonly graph: Uint8Array<ArrayBuffer>;
  /** Names of the files that its weights lie in. */
  readonly locations: readonly string[];
  /** What it has to be given, all [batch, length] but `keep` and `position_scale`. */
  readonly inputs: readonly string[];
  /** Elements of all its weights. */
  readonly elements: number;
}

/** The first with operators that broadcast as ours do, and initializers that are no inputs. */
const OLDEST_OPSET = 9;
const LOGITS = 'logits';

/**
 * Edits an export so that it takes and gives what a written graph does (see writeBertGraph): `keep` in,
 * `hidden_0` .. `hidden_L` out, and `position_ids` and `position_scale` in as far as its structure allows.
 * What the hidden states do not need goes, the masked-word head with it; all that stays keeps its bytes,
 * unknown fields included.
 * @param outline of the file, see readOutline
 * @throws TailscopeError("onnx-invalid" | "onnx-unsupported" | "onnx-config" | "onnx-outside" |
 *   "onnx-data-missing" | "file-short")
 */
export function editExport(outline: Uint8Array, { sizes, files, head = false }: EditOptions): EditedGraph {
  const model = readModel(outline);
  if ((model.opsets.get('') ?? 0) < OLDEST_OPSET)
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'opset', least: OLDEST_OPSET } });
  const view = new GraphView(model);
  checkExternalData(view.initializers.values(), files);
  const { hidden, embeddings, embedding } = findEncoder(view, sizes);
  if (head && !view.outputs.has(LOGITS))
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'no-head' } });

  const edit = new GraphEdit(view, bytesOfNodes(model));
  const states = keepStates(view, edit, hidden);
  const added = new Map([
    [KEEP, valueInfoProto(KEEP, 'float', [sizes.layers + 1, sizes.dims])],
    ...movePositions(view, edit, embeddings.position),
    ...widenInputs(view, edit),
  ]);

  const outputs = head ? [...states, LOGITS] : states;
  const { nodes, used } = live(edit.nodes(), outputs);
  checkInputs(view, used);
  const stays = (part: GraphPart): boolean => {
    switch (part.kind) {
      case 'node':
        return false; // written in their order
      case 'initializer':
        return used.has(part.tensor.name);
      case 'input':
        return used.has(part.value.name) && !added.has(part.value.name);
      case 'output':
        return head && part.value.name === LOGITS;
      case 'value':
        // shapes within the embeddings change with their inputs
        return used.has(part.value.name) && !embedding.has(part.value.name);
      case 'other':
        return true;
    }
  };

  const graph = new ProtoWriter();
  for (const { bytes } of nodes) graph.raw(bytes);
  for (const part of model.parts) if (stays(part)) graph.raw(part.bytes);
  for (const [name, constant] of edit.constants)
    if (used.has(name)) graph.message(GRAPH.initializer, constant);
  for (const [name, input] of added) if (used.has(name)) graph.message(GRAPH.input, input);
  for (const name of states) graph.message(GRAPH.output, outputProto(name, 'float'));
  const whole = new ProtoWriter();
  for (const bytes of model.rest) whole.raw(bytes);

  const weights = [...view.initializers.values()].filter(({ name }) => used.has(name));
  return {
    graph: whole.message(MODEL.graph, graph).finish(),
    locations: [...new Set(weights.flatMap(({ external }) => external?.location ?? []))],
    inputs: [...new Set([...view.inputs.keys(), ...added.keys()])].filter((name) => used.has(name)),
    elements: weights.reduce((sum, { dims }) => sum + dims.reduce((product, size) => product * size, 1), 0),
  };
}

function bytesOfNodes({ parts }: OnnxModel) {
  return new Map(parts.flatMap((part) => (part.kind === 'node' ? [[part.node, part.bytes] as const] : [])));
}

/** The nodes that outputs need, and all names that these use. */
function live(
  nodes: readonly WrittenNode[],
  outputs: readonly string[],
): { readonly nodes: readonly WrittenNode[]; readonly used: ReadonlySet<string> } {
  const used = new Set(outputs);
  const needed = nodes.toReversed().filter((node) => {
    const isNeeded = node.outputs.some((output) => output !== '' && used.has(output));
    if (isNeeded) for (const input of [...node.inputs, ...node.captured]) used.add(input);
    return isNeeded;
  });
  return { nodes: needed.toReversed(), used };
}
