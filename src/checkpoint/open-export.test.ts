import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ByteFile } from './byte-file.ts';
import { openCheckpoint } from './index.ts';
import { memoryFile } from './memory-file.fixture.ts';

const url = new URL('../graph/edit/fixtures/bert/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, url)));
const config = (change: object = {}) => {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytesOf('config.json')));
  return memoryFile('config.json', JSON.stringify(Object.assign({}, parsed, change)));
};
const tokenizer = memoryFile('tokenizer.json', bytesOf('tokenizer.json'));
const around = (...weights: ByteFile[]) => [config(), tokenizer, ...weights];
const fixture = (name: string, as = name) => memoryFile(as, bytesOf(name));
const refusal = (code: string, words: RegExp): unknown =>
  expect.objectContaining({ code, message: expect.stringMatching(words) as string });

describe('a checkpoint with an export', () => {
  it('opens as one with safetensors does, its weights where they were', async () => {
    const weights = fixture('trace11.f32.onnx', 'onnx/model.onnx');
    const { weightsFiles, weightsName, approximate, graph, ...rest } = await openCheckpoint(around(weights));
    expect(weightsFiles).toEqual([weights]);
    expect(weightsName).toBe('onnx/model.onnx');
    expect(approximate).toBe(false);
    expect(graph.length).toBeLessThan(weights.size);
    expect(rest.config).toMatchObject({ architecture: 'bert', layers: 2, dims: 16 });
    expect(rest.parameters).toBeGreaterThan(2000);
  });

  it('brings the files that its weights lie in', async () => {
    const names = ['trace14-sdpa.external.onnx', 'trace14-sdpa.external.onnx_data'];
    const [export_, data] = names.map((name) => fixture(name, `model/onnx/${name}`));
    if (!export_ || !data) throw new Error('no fixture');
    const { weightsFiles } = await openCheckpoint(around(export_, data));
    expect(weightsFiles).toEqual([export_, data]);
  });

  it('asks for a file of weights that is not there', async () => {
    await expect(openCheckpoint(around(fixture('trace14-sdpa.external.onnx')))).rejects.toThrow(
      refusal('onnx-data-missing', /trace14-sdpa\.external\.onnx_data, which is not there/),
    );
  });

  it('says that its weights are rounded', async () => {
    const { approximate } = await openCheckpoint(around(fixture('trace17.uint8.onnx')));
    expect(approximate).toBe(true);
  });
});

describe('of several weights', () => {
  const names = readdirSync(url).filter((name) => name.endsWith('.onnx'));
  const files = () =>
    around(
      fixture('trace17.uint8.onnx', 'onnx/model_quantized.onnx'),
      fixture('trace17.fp16.onnx', 'onnx/model_fp16.onnx'),
      fixture('trace11.f32.onnx', 'onnx/model.onnx'),
    );
  it('the exact export is taken, and the others are named', async () => {
    const { weightsName, otherWeights } = await openCheckpoint(files());
    expect(weightsName).toBe('onnx/model.onnx');
    expect(otherWeights).toEqual(['onnx/model_fp16.onnx', 'onnx/model_quantized.onnx']);
  });
  it('safetensors come before any export', async () => {
    const safetensors = memoryFile('model.safetensors', 'these are only words');
    await expect(openCheckpoint([...files(), safetensors])).rejects.toThrow(
      refusal('not-safetensors', /header/),
    );
  });
  it.each(['onnx/model_fp16.onnx', 'model_fp16.onnx'])('those asked for as %s are taken', async (weights) => {
    expect((await openCheckpoint(files(), undefined, { weights })).weightsName).toBe('onnx/model_fp16.onnx');
  });
  it('those that are not there cannot be asked for', async () => {
    await expect(openCheckpoint(files(), undefined, { weights: 'model_q4.onnx' })).rejects.toThrow(
      refusal('no-such-weights', /no weights model_q4\.onnx.*onnx\/model\.onnx, onnx\/model_fp16\.onnx/),
    );
  });
  it('each is taken when it is asked for', async () => {
    const all = around(...readdirSync(url).map((name) => fixture(name)));
    for (const weights of names)
      expect((await openCheckpoint(all, undefined, { weights })).weightsName).toBe(weights);
    expect(names.length).toBeGreaterThan(10);
  });
});

describe('an export is refused', () => {
  const open = (content: string | Uint8Array) => openCheckpoint(around(memoryFile('model.onnx', content)));
  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'file-html', /web page/],
    ['a zip', 'PK\u0003\u0004aaaaaaaaaaaaaaaa', 'not-onnx', /zip/],
    ['a pickle', Uint8Array.of(0x80, 2, 0x8a, 10), 'not-onnx', /pickle/],
    [
      'a pointer of git-lfs',
      'version https://git-lfs.github.com/spec/v1\noid',
      'not-onnx',
      /git-lfs.*lfs pull/,
    ],
    ['words', 'these are only words', 'onnx-invalid', /not made of the messages/],
    ['nothing', '', 'not-onnx', /empty/],
  ] as const)('that is %s', async (_, content, code, words) => {
    await expect(open(content)).rejects.toThrow(refusal(code, words));
  });
  it('that was cut off', async () => {
    const whole = bytesOf('trace11.f32.onnx');
    await expect(open(whole.slice(0, whole.length - 1))).rejects.toThrow(refusal('file-short', /ends early/));
  });
  it('of another network than its config says', async () => {
    const files = [config({ num_hidden_layers: 3 }), tokenizer, fixture('trace11.f32.onnx')];
    await expect(openCheckpoint(files)).rejects.toThrow(refusal('onnx-config', /3 layers.*has 2/));
  });
  it('of a decoder, which by its graph might be an encoder', async () => {
    const files = [config({ is_decoder: true }), tokenizer, fixture('trace11.f32.onnx')];
    await expect(openCheckpoint(files)).rejects.toThrow(refusal('config-invalid', /decoder/));
  });
  it('when the reading is cancelled', async () => {
    const stop = new AbortController();
    const weights = fixture('trace11.f32.onnx');
    const file: ByteFile = {
      ...weights,
      read: (start, end) => {
        stop.abort();
        return weights.read(start, end);
      },
    };
    await expect(openCheckpoint(around(file), stop.signal)).rejects.toThrow(
      refusal('cancelled', /cancelled/),
    );
  });
});
