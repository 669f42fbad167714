import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { externalTensorProto } from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import { damagedBytes } from './damaged-bytes.fixture.ts';
import { editExport, readOutline, type EditOptions } from './index.ts';
import { ATTRIBUTE, GRAPH, MODEL, NODE } from './schema.ts';
import { bytesOf, fileOf, SMALL, smallEncoder, type Model, type Step } from './small-encoder.fixture.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}.onnx`, import.meta.url)));
const sizes = { layers: 2, dims: 16, vocabulary: 78, maxPositions: 40, tokenTypes: 2 };
const edit = async (bytes: Uint8Array, options: Partial<EditOptions> = {}) =>
  editExport(await readOutline(fileOf(bytes), 'model.onnx'), {
    sizes,
    files: new Map([['model.onnx', bytes.length]]),
    ...options,
  });

describe('what is no encoder is refused by what it is', () => {
  it('a model that normalizes before its layers', async () => {
    await expect(edit(fixture('refused/gpt2'))).rejects.toThrow(
      /in \d separate chains.*normalizes before its layers/,
    );
  });
  it('a model with a decoder', async () => {
    await expect(edit(fixture('refused/bart'))).rejects.toThrow(/in 2 separate chains.*has a decoder/);
  });
});

describe('weights in another file', () => {
  const from = (location: string, end = 4800) => {
    const model = smallEncoder();
    model.initializers.set(
      'words',
      externalTensorProto('words', 'float', [300, 4], { location, start: end - 4800, end }),
    );
    return edit(bytesOf(model), { sizes: SMALL, files: new Map([['model.onnx_data', 4800]]) });
  };
  it('are found beside the model', async () => {
    expect((await from('model.onnx_data')).locations).toEqual(['model.onnx_data']);
  });
  it.each([
    ['/etc/passwd'],
    ['../model.onnx_data'],
    ['..'],
    ['folder/model.onnx_data'],
    ['folder\\model.onnx_data'],
    ['C:model.onnx_data'],
    ['https://example.org/weights'],
    ['file:///weights'],
    ['*/_ORT_MEM_ADDR_/*'], // with which the runtime reads any place in memory
    ['weights\u0000.bin'],
    [''],
  ])('are never read from “%s”', async (location) => {
    await expect(from(location)).rejects.toMatchObject({ code: 'onnx-outside' });
  });
  it('are asked for when they are not given', async () => {
    await expect(from('weights.bin')).rejects.toMatchObject({
      code: 'onnx-data-missing',
      sentence: expect.stringContaining('weights.bin') as string,
    });
  });
  it('end where their file ends', async () => {
    await expect(from('model.onnx_data', 4804)).rejects.toMatchObject({ code: 'file-short' });
  });
  it('have one place, and no part of a branch lies elsewhere', async () => {
    const range = { location: 'model.onnx_data', start: 0, end: 16 };
    const entry = new ProtoWriter().string(1, 'location').string(2, 'model.onnx_data');
    const twice = externalTensorProto('gamma', 'float', [4], range).message(13, entry);
    const model = smallEncoder();
    model.initializers.set('gamma', twice);
    const options = { sizes: SMALL, files: new Map([['model.onnx_data', 4800]]) };
    await expect(edit(bytesOf(model), options)).rejects.toMatchObject({ code: 'onnx-invalid' });

    const outside = externalTensorProto('w', 'float', [4], { location: '/etc/passwd', start: 0, end: 16 });
    const branch = new ProtoWriter().message(GRAPH.initializer, outside);
    const attribute = new ProtoWriter()
      .string(ATTRIBUTE.name, 'then_branch')
      .message(ATTRIBUTE.graph, branch);
    const node = new ProtoWriter().string(NODE.op, 'If').message(NODE.attribute, attribute);
    const more = new ProtoWriter().message(MODEL.graph, new ProtoWriter().message(GRAPH.node, node)).finish();
    const both = new Uint8Array([...bytesOf(smallEncoder()), ...more]);
    await expect(edit(both, { sizes: SMALL })).rejects.toMatchObject({ code: 'onnx-invalid' });
  });
});

it('branches in branches are followed only so far', async () => {
  let graph = new ProtoWriter();
  for (let depth = 0; depth < 1000; depth++) {
    const attribute = new ProtoWriter().string(ATTRIBUTE.name, 'body').message(ATTRIBUTE.graph, graph);
    graph = new ProtoWriter().message(GRAPH.node, new ProtoWriter().message(NODE.attribute, attribute));
  }
  const bytes = new ProtoWriter().message(MODEL.graph, graph).finish();
  await expect(edit(bytes)).rejects.toThrow('nested too deeply');
});

describe('a graph made to be walked for long is refused or answered within seconds', () => {
  const answer = async (change: (model: Model) => void): Promise<number> => {
    const model = smallEncoder();
    change(model);
    const bytes = bytesOf(model);
    const began = performance.now();
    await edit(bytes, { sizes: SMALL }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(TailscopeError);
    });
    return performance.now() - began;
  };
  const chainOf = (count: number, one: (i: number) => Step) =>
    Array.from({ length: count }, (_, i) => one(i));
  const name = (i: number) => (i < 0 ? 'first' : `v${i}`);

  it.each<[string, (model: Model) => void]>([
    [
      'of 100,000 nodes',
      ({ steps }) => {
        steps.push(...chainOf(100_000, (i) => ({ op: 'Relu', inputs: [name(i - 1)], outputs: [name(i)] })));
      },
    ],
    [
      'of a long chain of casts',
      ({ steps }) => {
        steps.push(...chainOf(15_000, (i) => ({ op: 'Cast', inputs: [name(i - 1)], outputs: [name(i)] })));
      },
    ],
    [
      'of square roots of one value',
      ({ steps }) => {
        steps.push(...chainOf(15_000, (i) => ({ op: 'Sqrt', inputs: ['first'], outputs: [name(i)] })));
      },
    ],
    [
      'of a fan of casts in casts',
      ({ steps }) => {
        steps.push({ op: 'Sqrt', inputs: ['first'], outputs: [name(0)] });
        steps.push(
          ...chainOf(15_000, (i) => ({
            op: 'Cast',
            inputs: [name(Math.floor(i / 10))],
            outputs: [name(i + 1)],
          })),
        );
      },
    ],
    [
      'of thousands of normalizations',
      ({ steps }) => {
        steps.push(
          ...chainOf(5000, (i) => ({
            op: 'LayerNormalization',
            inputs: [name(i - 1), 'gamma', 'beta'],
            outputs: [name(i)],
          })),
        );
      },
    ],
    [
      'of hundreds of normalizations over thousands of nodes',
      ({ steps }) => {
        steps.push(
          ...chainOf(15_000, (i) => ({ op: 'Add', inputs: [name(i - 1), 'first'], outputs: [name(i)] })),
        );
        steps.push(
          ...chainOf(500, (i) => ({
            op: 'SkipLayerNormalization',
            inputs: ['first', 'v14999', 'gamma'],
            outputs: [`n${i}`],
          })),
        );
      },
    ],
    [
      'of one node with 1,000,000 inputs',
      ({ steps }) => {
        steps.push({ op: 'Sum', inputs: Array<string>(1_000_000).fill('first'), outputs: ['sum'] });
      },
    ],
  ])(
    '%s',
    async (_, change) => {
      expect(await answer(change)).toBeLessThan(10_000);
    },
    60_000,
  );
});

describe('any damage to a file', () => {
  const dataName = 'trace14-sdpa.external.onnx_data';
  const forms: readonly { readonly name: string; readonly options?: Partial<EditOptions> }[] = [
    { name: 'bert/trace11.int8' },
    { name: 'bert/trace14.fused-fp16' },
    { name: 'bert/export.f32' },
    { name: 'bert/trace14-sdpa.external', options: { files: new Map([[dataName, 21_888]]) } },
    // the same with too little beside it
    { name: 'bert/trace14-sdpa.external', options: { files: new Map([[dataName, 10_000]]) } },
    { name: 'bert-mlm/trace14.f32', options: { maskedWords: true } },
    { name: 'bert-mlm/trace17.int8' },
    { name: 'bert/trace17.q4-fp16' },
    { name: 'albert/trace17.f32' },
  ];
  const editForm = (bytes: Uint8Array, { options = {} }: (typeof forms)[number]) =>
    edit(bytes, { ...options, files: new Map([['model.onnx', bytes.length], ...(options.files ?? [])]) });

  it('is damage to what can be read: only with too little beside it is a file refused as it is', async () => {
    const outcomes = await Promise.allSettled(forms.map((form) => editForm(fixture(form.name), form)));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(
      forms.map(({ options }) => options?.files?.get(dataName) !== 10_000),
    );
  });

  it.each(forms)(
    'of $name is answered with a graph whose weights lie in its files, or with a TailscopeError',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(damagedBytes(fixture(form.name)), async (bytes) => {
          try {
            const { graph, locations } = await editForm(bytes, form);
            expect(graph.length).toBeLessThan(bytes.length + 20_000);
            expect(['model.onnx', ...(form.options?.files?.keys() ?? [])]).toEqual(
              expect.arrayContaining([...locations]),
            );
          } catch (error) {
            expect(error).toBeInstanceOf(TailscopeError);
            expect(error).not.toMatchObject({ code: 'internal' });
          }
        }),
        { numRuns: 130 },
      );
    },
    120_000,
  );
});

it('any small graph is answered with hidden states or a TailscopeError', () => {
  const values = ['input_ids', 'attention_mask', 'words', 'gamma', 'a', 'b', 'c', 'd', 'e', 'f', ''];
  const op = fc.constantFrom(
    'Add',
    'Mul',
    'Sub',
    'Cast',
    'Softmax',
    'Gather',
    'LayerNormalization',
    'SkipLayerNormalization',
    'Sqrt',
    'ReduceMean',
    'Pow',
    'Div',
    'Reshape',
    'If',
    'Constant',
  );
  const step = fc.record({
    op,
    inputs: fc.array(fc.constantFrom(...values), { maxLength: 4 }),
    output: fc.constantFrom(...values.slice(4)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, whole) => {
      const model = smallEncoder();
      const added = steps.map(({ inputs, output, ...rest }): Step => ({
        ...rest,
        inputs,
        outputs: [output],
      }));
      model.steps = whole ? [...model.steps, ...added] : added;
      try {
        const { inputs } = editExport(bytesOf(model), { sizes: SMALL, files: new Map() });
        expect(inputs).toContain('keep');
      } catch (error) {
        expect(error).toBeInstanceOf(TailscopeError);
        expect(error).not.toMatchObject({ code: 'internal' });
      }
    }),
    { numRuns: 1000 },
  );
}, 60_000);
