import { INPUT } from '../interface.ts';
import { valueInfoProto } from '../onnx.ts';
import type { ProtoWriter } from '../protobuf.ts';
import { floatType } from './element-type.ts';
import type { Lookup } from './embeddings.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import { castTo, nameTaken } from './keep-states.ts';
import type { NodeInfo } from './node.ts';
import { INT32 } from './schema.ts';

/** Where the fused embedding operators take what concerns positions. */
const FUSED = {
  EmbedLayerNormalization: { table: 3, scaled: 3, ids: 8 },
  // the table is integers, so the factor goes to their scale; positions are always 0, 1, 2, ...
  QEmbedLayerNormalization: { table: 3, scaled: 9, ids: undefined },
} as const;

const SCALE = valueInfoProto(INPUT.positionScale, 'float', [1]);
// names of its own: sizes known to be equal to those of the tokens would have the runtime fuse more
const SHAPE = ['batch', 'length'];

/** Operators that add or pass on, so that a row for each token may stand where one for all did. */
const ELEMENTWISE = new Set(['Add', 'SkipLayerNormalization']);

/**
 * Gives the graph inputs for positions as far as its structure allows: `position_ids` (which row of the
 * table each token gets) and `position_scale` (what the rows, and those of relative positions, are
 * multiplied by).
 * @returns the declarations of those it did not have
 */
export function movePositions(
  view: GraphView,
  edit: GraphEdit,
  position: Lookup | undefined,
  relative: readonly Lookup[],
): ReadonlyMap<string, ProtoWriter> {
  if (!position) return new Map();
  if (edit.has(INPUT.positionScale)) throw nameTaken(INPUT.positionScale);
  const declared = position.fused
    ? moveFused(view, edit, position.node)
    : moveLookup(view, edit, position.node);
  if (declared.has(INPUT.positionScale)) for (const { node } of relative) scaleRows(view, edit, node);
  return declared;
}

function moveFused(view: GraphView, edit: GraphEdit, node: NodeInfo): ReadonlyMap<string, ProtoWriter> {
  const at =
    node.op === 'EmbedLayerNormalization' ? FUSED.EmbedLayerNormalization : FUSED.QEmbedLayerNormalization;
  const before = { before: node };
  const declared = new Map<string, ProtoWriter>();
  const value = node.inputs[at.scaled];
  const type = value === undefined ? undefined : floatType(view, value);
  if (value !== undefined && type !== undefined) {
    const scale = castTo(edit, before, INPUT.positionScale, type);
    edit.setInput(node, at.scaled, edit.insert(before, 'Mul', [value, scale], edit.fresh(`${value} scaled`)));
    declared.set(INPUT.positionScale, SCALE);
  }
  if (at.ids !== undefined && !view.inputs.has(INPUT.positions)) {
    if (edit.has(INPUT.positions)) throw nameTaken(INPUT.positions);
    // of the type of the token ids, which is int32
    const ids = edit.fresh(`${INPUT.positions} as int32`);
    edit.insert(before, 'Cast', [INPUT.positions], ids, { to: { int: INT32 } });
    edit.setInput(node, at.ids, ids);
    declared.set(INPUT.positions, valueInfoProto(INPUT.positions, 'int64', SHAPE));
  }
  return declared;
}

function moveLookup(view: GraphView, edit: GraphEdit, lookup: NodeInfo): ReadonlyMap<string, ProtoWriter> {
  const rows = scaleRows(view, edit, lookup);
  if (rows === undefined) return new Map();
  const declared = new Map<string, ProtoWriter>([[INPUT.positionScale, SCALE]]);
  const isAdded = view.consumers(rows).every((user) => ELEMENTWISE.has(user.node.op));
  if (view.inputs.has(INPUT.positions) || !isAdded) return declared;
  if (edit.has(INPUT.positions)) throw nameTaken(INPUT.positions);
  edit.setInput(lookup, 1, INPUT.positions);
  return declared.set(INPUT.positions, valueInfoProto(INPUT.positions, 'int64', SHAPE));
}

/** Multiplies the rows that are looked up by the factor. @returns their name, or undefined for rows of no float */
function scaleRows(view: GraphView, edit: GraphEdit, lookup: NodeInfo): string | undefined {
  // rows of a quantized table become numbers only after the lookup
  let node = lookup;
  for (;;) {
    const [next, ...others] = view.consumers(node.outputs[0] ?? '');
    if (!next || others.length > 0 || !['DequantizeLinear', 'Cast'].includes(next.node.op)) break;
    node = next.node;
  }
  const value = node.outputs[0] ?? '';
  const type = floatType(view, value);
  if (type === undefined) return undefined;
  const after = { after: node };
  const rows = edit.freeOutput(node, value);
  edit.insert(after, 'Mul', [rows, castTo(edit, after, INPUT.positionScale, type)], value);
  return value;
}
