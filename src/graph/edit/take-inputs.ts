import { TailscopeError } from '../../core/error.ts';
import { INPUT } from '../interface.ts';
import { valueInfoProto } from '../onnx.ts';
import type { ProtoWriter } from '../protobuf.ts';
import { clip } from './clip.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import type { ValueInfo } from './model.ts';
import { INT32, INT64 } from './schema.ts';

/** Without these no batch of sentences of different lengths can be run. */
const NEEDED = [INPUT.ids, INPUT.mask];
const KNOWN: ReadonlySet<string> = new Set([...NEEDED, INPUT.types, INPUT.positions]);

/**
 * Holds the inputs that a graph uses to those that the engine gives: integers [batch, length].
 * @param used by the nodes that stay
 * @throws TailscopeError("onnx-unsupported") when one is missing, unknown, no integer or of one size only
 */
export function checkInputs(view: GraphView, used: ReadonlySet<string>): void {
  for (const name of NEEDED)
    if (!used.has(name) || !view.inputs.has(name))
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'input-missing', name } });
  for (const [name, { type, shape }] of view.inputs) {
    if (!used.has(name)) continue;
    if (!KNOWN.has(name) || (type !== INT64 && type !== INT32))
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'input-unknown', name: clip(name) } });
    if (shape && (shape.length !== 2 || shape.some((size) => typeof size === 'number')))
      throw TailscopeError.of('onnx-unsupported', {
        problem: {
          is: 'input-fixed',
          name,
          shape: shape.map((size) => (typeof size === 'number' ? size : 0)),
        },
      });
  }
}

/**
 * The engine gives int64; a graph that takes int32 gets a cast.
 * @returns the inputs to be declared anew
 */
export function widenInputs(view: GraphView, edit: GraphEdit): ReadonlyMap<string, ProtoWriter> {
  const declared = new Map<string, ProtoWriter>();
  for (const [name, { type, shape }] of narrow(view.inputs)) {
    // a branch's body would go on using the input itself
    if (view.captured.has(name))
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'input-unknown', name } });
    const cast = edit.insert('first', 'Cast', [name], edit.fresh(`${name} as int32`), { to: { int: type } });
    for (const { node } of view.consumers(name))
      for (const [i, input] of node.inputs.entries()) if (input === name) edit.setInput(node, i, cast);
    declared.set(name, valueInfoProto(name, 'int64', shape ?? ['batch', 'length']));
  }
  return declared;
}

function narrow(inputs: ReadonlyMap<string, ValueInfo>): readonly [string, ValueInfo][] {
  return [...inputs].filter(([name, { type }]) => KNOWN.has(name) && type === INT32);
}
