import { valueInfoProto } from '../onnx.ts';
import type { ProtoWriter } from '../protobuf.ts';
import { floatType } from './element-type.ts';
import type { Lookup } from './embeddings.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import { castTo, nameTaken } from './keep-states.ts';
import type { NodeInfo } from './node.ts';
import { INT32 } from './schema.ts';

const POSITION_IDS = 'position_ids';
const POSITION_SCALE = 'position_scale';

/** Where the fused embedding operators take what concerns positions. */
const FUSED = {
  EmbedLayerNormalization: { table: 3, scaled: 3, ids: 8 },
  // the table is integers, so the factor goes to their scale; positions are always 0, 1, 2, ...
  QEmbedLayerNormalization: { table: 3, scaled: 9, ids: undefined },
} as const;

const SCALE = valueInfoProto(POSITION_SCALE, 'float', [1]);
// names of its own: sizes known to be equal to those of the tokens would have the runtime fuse more
const SHAPE = ['batch', 'length'];

/** Operators that add or pass on, so that a row for each token may stand where one for all did. */
const ELEMENTWISE = new Set(['Add', 'SkipLayerNormalization']);

/**
 * Gives the graph inputs for positions as far as its structure allows: `position_ids` (which row of the
 * table each token gets) and `position_scale` (what the rows are multiplied by).
 * @returns the declarations of those it did not have
 */
export function movePositions(
  view: GraphView,
  edit: GraphEdit,
  lookup: Lookup | undefined,
): ReadonlyMap<string, ProtoWriter> {
  if (!lookup) return new Map();
  if (edit.has(POSITION_SCALE)) throw nameTaken(POSITION_SCALE);
  return lookup.fused ? moveFused(view, edit, lookup.node) : moveLookup(view, edit, lookup.node);
}

function moveFused(view: GraphView, edit: GraphEdit, node: NodeInfo): ReadonlyMap<string, ProtoWriter> {
  const at =
    node.op === 'EmbedLayerNormalization' ? FUSED.EmbedLayerNormalization : FUSED.QEmbedLayerNormalization;
  const before = { before: node };
  const declared = new Map<string, ProtoWriter>();
  const value = node.inputs[at.scaled];
  const type = value === undefined ? undefined : floatType(view, value);
  if (value !== undefined && type !== undefined) {
    const scale = castTo(edit, before, POSITION_SCALE, type);
    edit.setInput(node, at.scaled, edit.insert(before, 'Mul', [value, scale], edit.fresh(`${value} scaled`)));
    declared.set(POSITION_SCALE, SCALE);
  }
  if (at.ids !== undefined && !view.inputs.has(POSITION_IDS)) {
    if (edit.has(POSITION_IDS)) throw nameTaken(POSITION_IDS);
    // of the type of the token ids, which is int32
    const ids = edit.fresh(`${POSITION_IDS} as int32`);
    edit.insert(before, 'Cast', [POSITION_IDS], ids, { to: { int: INT32 } });
    edit.setInput(node, at.ids, ids);
    declared.set(POSITION_IDS, valueInfoProto(POSITION_IDS, 'int64', SHAPE));
  }
  return declared;
}

function moveLookup(view: GraphView, edit: GraphEdit, lookup: NodeInfo): ReadonlyMap<string, ProtoWriter> {
  // rows of a quantized table become numbers only after the lookup
  let node = lookup;
  for (;;) {
    const [next, ...others] = view.consumers(node.outputs[0] ?? '');
    if (!next || others.length > 0 || !['DequantizeLinear', 'Cast'].includes(next.node.op)) break;
    node = next.node;
  }
  const value = node.outputs[0] ?? '';
  const type = floatType(view, value);
  if (type === undefined) return new Map();
  const after = { after: node };
  const rows = edit.freeOutput(node, value);
  edit.insert(after, 'Mul', [rows, castTo(edit, after, POSITION_SCALE, type)], value);
  const declared = new Map([[POSITION_SCALE, SCALE]]);

  const isAdded = view.consumers(value).every((user) => ELEMENTWISE.has(user.node.op));
  if (view.inputs.has(POSITION_IDS) || !isAdded) return declared;
  if (edit.has(POSITION_IDS)) throw nameTaken(POSITION_IDS);
  edit.setInput(lookup, 1, POSITION_IDS);
  return declared.set(POSITION_IDS, valueInfoProto(POSITION_IDS, 'int64', SHAPE));
}
