import { TailscopeError } from '../../core/error.ts';
import { INPUT, MASKED_LOGITS, type GraphOptions } from '../interface.ts';
import { valueInfoProto } from '../onnx.ts';
import { checkExternalData } from './external-data.ts';
import { findEncoder, type EncoderSizes } from './find-encoder.ts';
import { GraphEdit } from './graph-edit.ts';
import { GraphView } from './graph-view.ts';
import { keepStates } from './keep-states.ts';
import { live } from './live.ts';
import { chooseMaskedWords } from './masked-words.ts';
import { readModel } from './model.ts';
import { movePositions } from './move-positions.ts';
import { checkInputs, widenInputs } from './take-inputs.ts';
import { FLOAT16 } from './schema.ts';
import { countWeights, isRounded } from './weights.ts';
import { writeModel } from './write-model.ts';

export interface EditOptions extends GraphOptions {
  /** What config.json says, to hold the graph to. */
  readonly sizes: EncoderSizes;
  /** Bytes of the files that weights may lie in, by the name they will be handed to the runtime under. */
  readonly files: ReadonlyMap<string, number>;
}

export interface EditedGraph {
  /** The bytes of a ModelProto. */
  readonly graph: Uint8Array<ArrayBuffer>;
  /** Names of the files that its weights lie in. */
  readonly locations: readonly string[];
  /** Names of what it has to be given. */
  readonly inputs: readonly string[];
  /** Whether weights are rounded to integers, so that its numbers are near the model's and not its own. */
  readonly approximate: boolean;
  /** Whether any of its weights are float16, in which it then computes. */
  readonly halfPrecision: boolean;
  /** Numbers that its weights hold. */
  readonly parameters: number;
}

/** The first with operators that broadcast as ours do, and initializers that are no inputs. */
const OLDEST_OPSET = 9;

/**
 * Edits an export so that it takes and gives what a written graph does (see writeGraph): `keep` in,
 * `hidden_0` .. `hidden_L` out, and `position_ids` and `position_scale` in as far as its structure allows.
 * What the hidden states do not need goes, the masked-word head with it unless it is asked for; all that
 * stays keeps its bytes, unknown fields included.
 * @param outline of the file, see readOutline
 * @throws TailscopeError("onnx-invalid" | "onnx-unsupported" | "onnx-config" | "onnx-outside" |
 *   "onnx-data-missing" | "file-short")
 */
export function editExport(outline: Uint8Array, options: EditOptions): EditedGraph {
  const { sizes, files, maskedWords = false } = options;
  const model = readModel(outline);
  if ((model.opsets.get('') ?? 0) < OLDEST_OPSET)
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'opset', least: OLDEST_OPSET } });
  const view = new GraphView(model);
  checkExternalData(view.initializers.values(), files);
  const { hidden, embeddings, embedding, relativePositions } = findEncoder(view, sizes);

  const edit = new GraphEdit(view, model);
  const states = keepStates(view, edit, hidden);
  const inputs = new Map([
    [INPUT.keep, valueInfoProto(INPUT.keep, 'float', [sizes.layers + 1, sizes.dims])],
    ...movePositions(view, edit, embeddings.position, relativePositions),
    ...(maskedWords ? chooseMaskedWords(view, edit, sizes.vocabulary) : []),
    ...widenInputs(view, edit),
  ]);
  const outputs = maskedWords ? [...states, MASKED_LOGITS] : states;
  const { nodes, used } = live(edit.nodes(), outputs);
  checkInputs(view, used);

  const weights = [...view.initializers.values()].filter(({ name }) => used.has(name));
  return {
    // shapes within the embeddings change with their inputs
    graph: writeModel(model, {
      nodes,
      used,
      inputs,
      outputs,
      constants: edit.constants,
      forgotten: embedding,
    }),
    locations: [...new Set(weights.flatMap(({ external }) => external?.location ?? []))],
    inputs: [...new Set([...view.inputs.keys(), ...inputs.keys()])].filter((name) => used.has(name)),
    approximate: isRounded(nodes),
    halfPrecision: weights.some(({ type }) => type === FLOAT16),
    parameters: countWeights(nodes, weights),
  };
}
