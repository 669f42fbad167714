import { describe, expect, it } from 'vitest';
import { preferredChoice, smallFiles, weightsChoices } from './weights-choices.ts';

const file = (path: string, size?: number) => ({ path, url: `https://x/${path}`, size, sha256: undefined });
const small = [file('config.json', 1), file('tokenizer.json', 2), file('tokenizer_config.json', 3)];
const weights = (...files: readonly ReturnType<typeof file>[]) =>
  weightsChoices([...small, ...files]).map((choice) => choice.weights);

describe('the weights that a model offers', () => {
  it('are its safetensors and its ONNX exports, smallest first, and none of its pickles', () => {
    expect(
      weights(
        file('model.safetensors', 400),
        file('pytorch_model.bin', 400),
        file('tf_model.h5', 400),
        file('onnx/model.onnx', 401),
        file('onnx/model_fp16.onnx', 200),
        file('onnx/model_quantized.onnx', 100),
        file('onnx/decoder_model.onnx', 50),
        file('adapter_model.safetensors', 5),
        file('1_Pooling/config.json', 1),
      ),
    ).toEqual(['onnx/model_quantized.onnx', 'onnx/model_fp16.onnx', 'model.safetensors', 'onnx/model.onnx']);
  });

  it('count everything that is to be fetched, the small files included', () => {
    const [choice] = weightsChoices([...small, file('model.safetensors', 400)]);
    expect(choice?.bytes).toBe(406);
    expect(choice?.files.map(({ path }) => path)).toEqual([
      ...small.map(({ path }) => path),
      'model.safetensors',
    ]);
  });

  it('in several files are one choice, named by their index', () => {
    const [choice, ...more] = weightsChoices([
      ...small,
      file('model.safetensors.index.json', 9),
      file('model-00001-of-00002.safetensors', 200),
      file('model-00002-of-00002.safetensors', 200),
    ]);
    expect(more).toEqual([]);
    expect(choice).toMatchObject({ weights: 'model.safetensors.index.json', parts: 2, bytes: 415 });
  });

  it('of an export may lie beside it', () => {
    const [choice] = weightsChoices([
      ...small,
      file('onnx/model.onnx', 5),
      file('onnx/model.onnx_data', 400),
    ]);
    expect(choice).toMatchObject({ weights: 'onnx/model.onnx', parts: 2, bytes: 411 });
  });

  it.each([
    ['onnx/model.onnx', false],
    ['onnx/model_fp16.onnx', true],
    ['onnx/model_quantized.onnx', true],
    ['onnx/model_int8.onnx', true],
    ['onnx/model_uint8.onnx', true],
    ['onnx/model_q4.onnx', true],
    ['onnx/model_q4f16.onnx', true],
    ['onnx/model_bnb4.onnx', true],
    ['onnx/model_O1.onnx', false],
    ['onnx/model_O2.onnx', false],
    ['onnx/model_O3.onnx', true],
    ['onnx/model_O4.onnx', true],
    ['onnx/model_qint8_arm64.onnx', true],
    ['onnx/model_qint8_avx512_vnni.onnx', true],
    ['onnx/model_quint8_avx2.onnx', true],
  ])('%s: rounded %s', (path, approximate) => {
    expect(weightsChoices([file(path, 1)])[0]?.approximate).toBe(approximate);
  });

  it('have no size where the server says none, and come last', () => {
    const choices = weightsChoices([...small, file('model.safetensors'), file('onnx/model.onnx', 1000)]);
    expect(choices.map(({ bytes }) => bytes)).toEqual([1006, undefined]);
  });

  it('are offered by what was named, else by what is allowed', () => {
    const choices = weightsChoices([
      ...small,
      file('model.safetensors', 400),
      file('onnx/model_q4.onnx', 100),
    ]);
    const exact = ({ approximate }: { readonly approximate: boolean }) => !approximate;
    expect(preferredChoice(choices, undefined, exact)?.weights).toBe('model.safetensors');
    expect(preferredChoice(choices, undefined, () => true)?.weights).toBe('onnx/model_q4.onnx');
    expect(preferredChoice(choices, 'onnx/model_q4.onnx', exact)?.weights).toBe('onnx/model_q4.onnx');
    expect(preferredChoice(choices, 'gone.onnx', () => false)).toBeUndefined();
  });

  it('are the checkpoint itself where an exact export is hardly smaller', () => {
    const offered = (bytes: number) =>
      preferredChoice(
        weightsChoices([...small, file('model.safetensors', 4000), file('onnx/model.onnx', bytes)]),
        undefined,
        () => true,
      )?.weights;
    expect(offered(3990)).toBe('model.safetensors');
    expect(offered(2000)).toBe('onnx/model.onnx');
  });
});

it('of the small files those that are missing are named', () => {
  expect(smallFiles(small).missing).toEqual([]);
  expect(smallFiles([file('config.json', 1)]).missing).toEqual(['tokenizer.json']);
});
