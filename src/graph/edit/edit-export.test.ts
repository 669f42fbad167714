import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { at } from '../../core/at.ts';
import { externalTensorProto, inlineTensorProto } from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import { editExport, type EditOptions } from './index.ts';
import { readModel, type GraphPart } from './model.ts';
import { GRAPH, MODEL } from './schema.ts';
import { bytesOf, declared, SMALL, smallEncoder, type Model, type Step } from './small-encoder.fixture.ts';

const options: EditOptions = { sizes: SMALL, files: new Map([['weights', 4800]]) };
const edit = (model: Model, more: Partial<EditOptions> = {}) =>
  editExport(bytesOf(model), { ...options, ...more });
const changed = (change: (model: Model) => void): Model => {
  const model = smallEncoder();
  change(model);
  return model;
};
const partsOf = (graph: Uint8Array, kind: GraphPart['kind']) =>
  readModel(graph).parts.filter((part) => part.kind === kind);
const nodesOf = (graph: Uint8Array) =>
  readModel(graph).parts.flatMap((part) => (part.kind === 'node' ? [part.node] : []));
const refusal = (is: string, code = 'onnx-unsupported'): unknown =>
  expect.objectContaining({ code, message: expect.stringMatching(is) as string });

async function run(graph: Uint8Array, feeds: Record<string, Tensor>): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(graph, { logSeverityLevel: 4 });
  const found: Record<string, Float32Array> = {};
  for (const [name, { data }] of Object.entries(await session.run(feeds)))
    if (data instanceof Float32Array) found[name] = data;
  return found;
}
const tokens = (values: number[], type: 'int64' | 'int32' = 'int64') =>
  type === 'int64'
    ? new Tensor(type, BigInt64Array.from(values, BigInt), [1, values.length])
    : new Tensor(type, Int32Array.from(values), [1, values.length]);
const given = (keep = new Float32Array(8).fill(1)) => ({
  input_ids: tokens([5, 7, 9]),
  attention_mask: tokens([1, 1, 1]),
  position_ids: tokens([0, 0, 0]),
  position_scale: new Tensor('float32', Float32Array.of(1), [1]),
  keep: new Tensor('float32', keep, [2, 4]),
});

describe('an edited graph', () => {
  it('takes keep and positions, and gives every hidden state', async () => {
    const { graph, inputs } = edit(smallEncoder());
    expect(inputs.toSorted()).toEqual([
      'attention_mask',
      'input_ids',
      'keep',
      'position_ids',
      'position_scale',
    ]);
    const { last } = await run(bytesOf(smallEncoder()), {
      input_ids: tokens([5, 7, 9]),
      attention_mask: tokens([1, 1, 1]),
    });
    const states = await run(graph, given());
    expect(Object.keys(states)).toEqual(['hidden_0', 'hidden_1']);
    expect(states['hidden_1']).toEqual(last);
  });

  it('multiplies the factors into each hidden state, and so into all that follows', async () => {
    const { graph } = edit(smallEncoder());
    const keep = Float32Array.of(1, 0, 1, 1, 1, 1, 2, 1);
    const whole = await run(graph, given());
    const cut = await run(graph, given(keep));
    const column = (states: Float32Array | undefined, d: number) => states?.filter((_, i) => i % 4 === d);
    expect(column(cut['hidden_0'], 1)?.every((value) => value === 0)).toBe(true);
    expect(column(cut['hidden_0'], 2)).toEqual(column(whole['hidden_0'], 2));
    expect(column(cut['hidden_1'], 0)).not.toEqual(column(whole['hidden_1'], 0));
    const onlyLast = await run(graph, given(Float32Array.of(1, 1, 1, 1, 1, 1, 2, 1)));
    expect(at(onlyLast['hidden_1'] ?? [], 2)).toBe(2 * at(whole['hidden_1'] ?? [], 2));
  });

  it('multiplies them into the scale and shift of a norm, whose output then is what is given', () => {
    const nodes = nodesOf(edit(smallEncoder()).graph);
    const norm = nodes.find(({ outputs }) => outputs.includes('hidden_1'));
    expect(norm?.op).toBe('LayerNormalization');
    const [, ...vectors] = norm?.inputs ?? [];
    const products = nodes.filter(({ outputs }) => outputs.some((output) => vectors.includes(output)));
    expect(products.map(({ op }) => op)).toEqual(['Mul', 'Mul']);
    expect(nodes.filter(({ op, inputs }) => op === 'Identity' && inputs[0] === 'hidden_1')).toEqual([]);
  });

  it('has no nodes and weights that hidden states do not need, nor the outputs there were', () => {
    const { graph } = edit(
      changed(({ steps, outputs, initializers }) => {
        steps.push({ op: 'MatMul', inputs: ['last', 'head'], outputs: ['logits'] });
        initializers.set('head', inlineTensorProto('head', 'float', [4, 1], new Float32Array(4)));
        outputs.set(...declared('logits', 'float', ['batch', 'length', 1]));
      }),
    );
    expect(nodesOf(graph).some(({ op }) => op === 'MatMul')).toBe(false);
    expect(
      partsOf(graph, 'initializer').some(
        (part) => part.kind === 'initializer' && part.tensor.name === 'head',
      ),
    ).toBe(false);
    expect(partsOf(graph, 'output')).toHaveLength(2);
  });

  it('keeps every byte of what it does not change, fields that are not known here included', () => {
    const unknown = new ProtoWriter().string(99, 'of a later ONNX').finish();
    const inGraph = new ProtoWriter().string(77, 'of a later graph').finish();
    const model = bytesOf(smallEncoder());
    const bytes = new Uint8Array([
      ...model,
      ...unknown,
      ...new ProtoWriter().bytes(MODEL.graph, inGraph).finish(),
    ]);
    const { graph } = editExport(bytes, options);
    const after = readModel(graph);
    expect(after.rest).toEqual(readModel(bytes).rest);
    expect(after.parts).toContainEqual({ kind: 'other', bytes: inGraph });
    const before = new Set(partsOf(bytes, 'node').map((part) => part.bytes.join()));
    // the lookups of positions, the two that give hidden states, and what only the old positions needed
    const untouched = partsOf(graph, 'node').filter((part) => before.has(part.bytes.join()));
    expect(untouched).toHaveLength(smallEncoder().steps.length - 4);
  });

  it('is in order, though the file is not', async () => {
    const { graph } = edit(changed(({ steps }) => steps.reverse()));
    const known = new Set(['input_ids', 'attention_mask', 'keep', 'position_ids', 'position_scale']);
    for (const part of partsOf(graph, 'initializer'))
      if (part.kind === 'initializer') known.add(part.tensor.name);
    for (const { inputs, outputs } of nodesOf(graph)) {
      for (const input of inputs) expect(known).toContain(input);
      for (const output of outputs) known.add(output);
    }
    expect(await run(graph, given())).toEqual(await run(edit(smallEncoder()).graph, given()));
  });

  it('feeds what a branch inside a node uses with the states as they are kept', async () => {
    const keep = Float32Array.of(1, 0, 1, 1, 1, 1, 1, 1);
    const plain = changed(({ steps }) => {
      Object.assign(find(steps, 'wide'), { op: 'Sum', inputs: ['first', 'middle', 'seen'] });
    });
    const branching = changed(({ steps, initializers }) => {
      initializers.set('zero', inlineTensorProto('zero', 'int64', [], BigInt64Array.of(0n)));
      const condition: Step = {
        op: 'Cast',
        inputs: ['zero'],
        outputs: ['never'],
        attributes: { to: { int: 9 } },
      };
      Object.assign(find(steps, 'wide'), {
        op: 'If',
        inputs: ['never'],
        branches: {
          then_branch: [{ op: 'Mul', inputs: ['middle', 'seen'], outputs: ['then wide'] }],
          else_branch: [{ op: 'Sum', inputs: ['first', 'middle', 'seen'], outputs: ['else wide'] }],
        },
      });
      steps.unshift(condition);
    });
    expect(await run(edit(branching).graph, given(keep))).toEqual(await run(edit(plain).graph, given(keep)));
  });

  it('takes int64 where the file takes int32', async () => {
    const ids = ['batch', 'length'];
    const narrow = changed(({ inputs }) => {
      inputs.set(...declared('input_ids', 'int32', ids));
      inputs.set(...declared('attention_mask', 'int32', ids));
    });
    const { graph } = edit(narrow);
    expect(await run(graph, given())).toEqual(await run(edit(smallEncoder()).graph, given()));
  });

  it('keeps the positions that the file takes', async () => {
    const model = changed(({ inputs, steps }) => {
      inputs.set(...declared('position_ids', 'int64', ['batch', 'length']));
      const lookup = steps[2];
      if (lookup) lookup.inputs = ['positions', 'position_ids'];
    });
    const { graph, inputs } = edit(model);
    expect(inputs.filter((name) => name === 'position_ids')).toHaveLength(1);
    expect(await run(graph, given())).toEqual(await run(edit(smallEncoder()).graph, given()));
  });

  it('takes no positions where rows are not simply added', () => {
    const { inputs } = edit(
      changed(({ steps }) => {
        const sum = steps[3];
        if (sum) sum.inputs = ['word rows', 'turned rows'];
        steps.splice(3, 0, { op: 'Reshape', inputs: ['position rows', 'shape'], outputs: ['turned rows'] });
        steps.splice(3, 0, { op: 'Shape', inputs: ['word rows'], outputs: ['shape'] });
      }),
    );
    expect(inputs).toContain('position_scale');
    expect(inputs).not.toContain('position_ids');
  });

  it('names the files that its weights lie in, those that dropped parts alone need left out', () => {
    const { locations, parameters } = edit(
      changed(({ initializers }) => {
        const range = (start: number, end: number, location = 'weights') => ({ location, start, end });
        initializers.set('words', externalTensorProto('words', 'float', [300, 4], range(0, 4800)));
        initializers.set('unused', externalTensorProto('unused', 'float', [2], range(0, 8, 'other')));
      }),
      {
        files: new Map([
          ['weights', 4800],
          ['other', 8],
        ]),
      },
    );
    expect(locations).toEqual(['weights']);
    expect(parameters).toBe(300 * 4 + 6 * 4 + 4 + 4); // the tables, gamma and beta
  });
});

describe('a graph is refused, and it is said why', () => {
  it('whose config has another number of layers or dimensions', () => {
    expect(() => edit(smallEncoder(), { sizes: { ...SMALL, layers: 2 } })).toThrow(
      refusal('config.json says that the model has 2 layers, but its ONNX file has 1', 'onnx-config'),
    );
    expect(() => edit(smallEncoder(), { sizes: { ...SMALL, dims: 8 } })).toThrow(
      refusal('8 dimensions, but its ONNX file has 4', 'onnx-config'),
    );
  });
  it.each<[string, RegExp, (model: Model) => void]>([
    ['that normalizes nothing', /none of its 0 layer normalizations/, ({ steps }) => steps.splice(4)],
    [
      'that attends nowhere',
      /by turns but other, other/,
      ({ steps }) => {
        find(steps, 'shares').op = 'Relu';
      },
    ],
    [
      'that attends everywhere',
      /by turns but attention, attention/,
      ({ steps }) => {
        find(steps, 'wide').op = 'Softmax';
        find(steps, 'wide').inputs.pop();
      },
    ],
    [
      'that attends before its first layer',
      /before its first layer/,
      ({ steps }) => {
        steps.splice(4, 0, { op: 'Softmax', inputs: ['embedded'], outputs: ['early'] });
        find(steps, 'first').inputs[0] = 'early';
      },
    ],
    [
      'that has a chain beside the encoder',
      /in 2 separate chains/,
      ({ steps }) => {
        steps.push(
          { op: 'Relu', inputs: ['embedded'], outputs: ['other'] },
          { op: 'Add', inputs: ['other', 'embedded'], outputs: ['sum'] },
          { op: 'LayerNormalization', inputs: ['sum', 'gamma', 'beta'], outputs: ['second'] },
        );
      },
    ],
    [
      'whose normalizations are weighted by what is computed',
      /weights that are computed/,
      ({ steps }) => {
        steps.splice(4, 0, { op: 'Relu', inputs: ['gamma'], outputs: ['computed'] });
        find(steps, 'middle').inputs[1] = 'computed';
      },
    ],
    [
      'without a mask',
      /an input named attention_mask/,
      ({ inputs, initializers }) => {
        inputs.delete('attention_mask');
        initializers.set(
          'attention_mask',
          inlineTensorProto('attention_mask', 'int64', [1, 1], BigInt64Array.of(1n)),
        );
      },
    ],
    [
      'with an input of its own',
      /wants an input task/,
      ({ inputs, steps }) => {
        inputs.set(...declared('task', 'int64', []));
        steps.splice(1, 0, { op: 'Add', inputs: ['input_ids', 'task'], outputs: ['moved'] });
        find(steps, 'word rows').inputs[1] = 'moved';
        steps.splice(0, 2, ...steps.slice(0, 2).reverse());
      },
    ],
    [
      'with a mask that is no integer',
      /wants an input attention_mask/,
      ({ inputs }) => {
        inputs.set(...declared('attention_mask', 'float', ['b', 'l']));
      },
    ],
    [
      'of fixed size',
      /input_ids has the fixed size \[1, any\]/,
      ({ inputs }) => {
        inputs.set(...declared('input_ids', 'int64', [1, 'length']));
      },
    ],
    [
      'that uses the name keep',
      /the name keep/,
      ({ steps }) => {
        find(steps, 'seen').outputs[0] = 'keep';
        find(steps, 'wide').inputs[1] = 'keep';
      },
    ],
    [
      'that uses the name of a hidden state',
      /the name hidden_1/,
      ({ steps }) => {
        find(steps, 'seen').outputs[0] = 'hidden_1';
        find(steps, 'wide').inputs[1] = 'hidden_1';
      },
    ],
    [
      'that uses the name position_scale',
      /the name position_scale/,
      ({ steps }) => {
        find(steps, 'seen').outputs[0] = 'position_scale';
        find(steps, 'wide').inputs[1] = 'position_scale';
      },
    ],
  ])('%s', (_, words, change) => {
    expect(() => edit(changed(change))).toThrow(refusal(words.source));
  });
  it.each<[string, RegExp, (model: Model) => void]>([
    [
      'whose nodes need each other',
      /in a circle/,
      ({ steps }) => {
        find(steps, 'word rows').inputs[1] = 'last';
      },
    ],
    [
      'that defines a value twice',
      /seen is defined twice/,
      ({ steps }) => {
        find(steps, 'mask').outputs[0] = 'seen';
      },
    ],
    [
      'that defines an input',
      /input_ids is defined twice/,
      ({ steps }) => {
        find(steps, 'wide').outputs[0] = 'input_ids';
      },
    ],
    [
      'that uses what is nowhere',
      /nothing is used and nowhere defined/,
      ({ steps }) => {
        find(steps, 'wide').inputs[1] = 'nothing';
      },
    ],
    [
      'whose tensor is larger than its bytes',
      /tensor gamma of size \[1000000000\]/,
      ({ initializers }) => {
        initializers.set('gamma', inlineTensorProto('gamma', 'float', [1e9], new Float32Array(4)));
      },
    ],
    [
      'whose tensor is larger than any number',
      /tensor gamma of size/,
      ({ initializers }) => {
        initializers.set(
          'gamma',
          inlineTensorProto('gamma', 'float', [2 ** 40, 2 ** 40], new Float32Array(4)),
        );
      },
    ],
    [
      'whose tensor claims another place',
      /cannot lie where it says, in “weights”/,
      ({ initializers }) => {
        initializers.set(
          'gamma',
          externalTensorProto('gamma', 'float', [4], { location: 'weights', start: 0, end: 8 }),
        );
      },
    ],
  ])('%s', (_, words, change) => {
    expect(() => edit(changed(change))).toThrow(refusal(words.source, 'onnx-invalid'));
  });
  it('whose operators are older than ours', () => {
    const bytes = bytesOf(smallEncoder());
    const { rest, parts } = readModel(bytes);
    const graph = new ProtoWriter();
    for (const part of parts) graph.raw(part.bytes);
    const opset = new ProtoWriter().message(MODEL.opsets, new ProtoWriter().string(1, '').int(2, 8)).finish();
    const old = new ProtoWriter();
    for (const part of rest.slice(0, 2)) old.raw(part);
    const model = old.raw(opset).message(MODEL.graph, graph).finish();
    expect(() => editExport(model, options)).toThrow(refusal('older than ONNX’s version 9'));
  });
  it('that keeps parts in functions, or is sparse', () => {
    const add = (bytes: Uint8Array) => new Uint8Array([...bytesOf(smallEncoder()), ...bytes]);
    const functions = add(new ProtoWriter().bytes(MODEL.functions, new Uint8Array()).finish());
    expect(() => editExport(functions, options)).toThrow(refusal('functions of its own'));
    const sparse = new ProtoWriter().message(
      MODEL.graph,
      new ProtoWriter().bytes(GRAPH.sparse, new Uint8Array()),
    );
    expect(() => editExport(add(sparse.finish()), options)).toThrow(refusal('sparse'));
  });
});

function find(steps: Model['steps'], output: string): Model['steps'][number] {
  const step = steps.find(({ outputs }) => outputs[0] === output);
  if (!step) throw new Error(`no ${output}`);
  return step;
}
