import { TailscopeError } from '../../core/error.ts';
import { INPUT, MASKED_LOGITS } from '../interface.ts';
import { valueInfoProto } from '../onnx.ts';
import type { ProtoWriter } from '../protobuf.ts';
import { floatType } from './element-type.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import { nameTaken } from './keep-states.ts';
import { FLOAT } from './schema.ts';

/** What exporters call the output of a masked-word head. */
const LOGITS = 'logits';

/**
 * Has a graph that guesses at every token give the guesses at `masked_rows`, as `masked_logits`, in the
 * way a written graph does.
 * @returns the declaration of the new input
 * @throws TailscopeError("onnx-unsupported") when it guesses no words, or a name is taken
 */
export function chooseMaskedWords(
  view: GraphView,
  edit: GraphEdit,
  vocabulary: number,
): ReadonlyMap<string, ProtoWriter> {
  const node = view.producer(LOGITS)?.node;
  const type = floatType(view, LOGITS);
  // a classifier's logits are as many as its classes
  const size = view.outputs.get(LOGITS)?.shape?.at(-1);
  if (!node || type === undefined || (typeof size === 'number' && size !== vocabulary))
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'no-head' } });
  for (const name of [INPUT.maskedRows, MASKED_LOGITS]) if (edit.has(name)) throw nameTaken(name);

  const after = { after: node };
  const shape = edit.ints([-1, vocabulary]);
  const rows = edit.insert(after, 'Reshape', [LOGITS, shape], edit.fresh(`${LOGITS} by token`));
  const chosen = type === FLOAT ? MASKED_LOGITS : edit.fresh(`${LOGITS} chosen`);
  edit.insert(after, 'Gather', [rows, INPUT.maskedRows], chosen, { axis: { int: 0 } });
  if (type !== FLOAT) edit.insert(after, 'Cast', [chosen], MASKED_LOGITS, { to: { int: FLOAT } });
  return new Map([[INPUT.maskedRows, valueInfoProto(INPUT.maskedRows, 'int64', ['masked'])]]);
}
