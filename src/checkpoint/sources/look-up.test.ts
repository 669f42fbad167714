import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bertBaseShaped, PLANTED } from '../../../scripts/hub/bert-shaped.ts';
import {
  bytesFile,
  folderFiles,
  jsonFile,
  type ServedFile,
  sparseSafetensors,
} from '../../../scripts/hub/hub-files.ts';
import { COMMIT, HubServer } from '../../../scripts/hub/hub-server.ts';
import { largestMagnitudes, tailOrigins } from '../../measures/origins.ts';
import { askPatiently } from '../../remote/ask.ts';
import { open } from '../../remote/http.ts';
import { sleep } from '../../remote/sleep.ts';
import type { Http } from './http.ts';
import { lookUp } from './look-up.ts';
import { peek } from './peek.ts';
import { readReference } from './reference.ts';

const fixture = folderFiles(new URL('../../graph/fixtures/bert-f32/', import.meta.url).pathname);
let slept: number[] = [];
/** With a clock that does not make the tests wait, but lets the server go on. */
const ask = askPatiently({
  open,
  sleep: (seconds, signal) => {
    slept.push(seconds);
    return sleep(0.01, signal);
  },
  patience: 2,
});
const without = (...names: readonly string[]) =>
  new Map([...fixture].filter(([path]) => !names.includes(path)));
const more = (extra: Readonly<Record<string, ServedFile>>) => new Map([...fixture, ...Object.entries(extra)]);

describe('what is found where a person points', () => {
  let hub: HubServer;
  const { signal } = new AbortController();
  const look = (text: string) => lookUp(ask, readReference(text, hub.url), signal);

  beforeAll(async () => {
    hub = await HubServer.start({
      'small/bert': { files: more({ 'onnx/model_quantized.onnx': bytesFile(new Uint8Array(10), true) }) },
      'small/base': { files: bertBaseShaped() },
      'small/gated': { files: fixture, gated: 'manual' },
      'small/private': { files: fixture, private: true },
      'small/gpt': {
        files: new Map([...fixture, ['config.json', jsonFile({ model_type: 'gpt2', n_layer: 2 })]]),
      },
      'small/pickle': {
        files: new Map([
          ...without('model.safetensors'),
          ['pytorch_model.bin', bytesFile(Uint8Array.of(1), true)],
        ]),
      },
      'small/wordpiece': { files: without('tokenizer.json') },
      'old-name': { files: new Map(), renamed: 'small/bert' },
      'small/shards': {
        files: new Map([
          ...without('model.safetensors'),
          [
            'model.safetensors.index.json',
            jsonFile({
              weight_map: { a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' },
            }),
          ],
          ['model-00001-of-00002.safetensors', bytesFile(new Uint8Array(50), true)],
          ['model-00002-of-00002.safetensors', bytesFile(new Uint8Array(60), true)],
        ]),
      },
    });
  });
  afterAll(() => hub.close());
  afterEach(() => {
    hub.faults.clear();
    hub.asked.length = 0;
    slept = [];
  });

  it('is a commit, the model’s shape, and every file with its size and hash', async () => {
    const found = await look('small/bert');
    expect(found).toMatchObject({ type: 'bert', layers: 2, dims: 32, named: undefined, problem: undefined });
    expect(found.place).toEqual({ kind: 'hub', hub: hub.url, id: 'small/bert', revision: COMMIT });
    expect(found.choices.map(({ weights }) => weights)).toEqual([
      'onnx/model_quantized.onnx',
      'model.safetensors',
    ]);
    expect(found.choices[1]?.files.at(-1)).toEqual({
      path: 'model.safetensors',
      url: `${hub.url}/small/bert/resolve/${COMMIT}/model.safetensors`,
      size: fixture.get('model.safetensors')?.size,
      sha256: hub.sha256('small/bert', 'model.safetensors'),
    });
  });

  it('costs two requests, and none for any weights', async () => {
    await look('small/base');
    expect(hub.asked.map(({ url }) => url)).toEqual([
      'hub/api/models/small/base/revision/main?blobs=true',
      `hub/small/base/resolve/${COMMIT}/config.json`,
    ]);
  });

  it('goes by the commit that a revision stands for, and by the file in an address', async () => {
    const found = await look(`${hub.url}/small/bert/blob/${COMMIT}/onnx/model_quantized.onnx`);
    expect(found.named).toBe('onnx/model_quantized.onnx');
  });

  it('goes by the new name of a model that was renamed', async () => {
    expect((await look('old-name')).place).toMatchObject({ id: 'small/bert' });
  });

  it('is asked for file by file where a mirror’s list has no sizes', async () => {
    const bare: Http = async (url, options) => {
      const answer = await ask(url, options);
      if (!url.includes('blobs=true')) return answer;
      const text = new TextDecoder().decode(answer.body).replaceAll(/"size":\d+,?/g, '');
      return { ...answer, body: new TextEncoder().encode(text.replaceAll(/,}/g, '}')) };
    };
    const found = await lookUp(bare, readReference('small/bert', hub.url), signal);
    expect(found.choices[1]?.files.at(-1)).toMatchObject({
      size: fixture.get('model.safetensors')?.size,
      sha256: hub.sha256('small/bert', 'model.safetensors'),
    });
  });

  it.each([
    ['small/none', 'hub-unknown', /no public model small\/none: there is none, or it is private/],
    ['small/private', 'hub-unknown', /there is none, or it is private/],
    ['small/gated', 'hub-gated', /only to people who have agreed to their terms/],
    ['small/bert@v9', 'hub-no-revision', /no revision “v9”/],
  ])('%s: %s', async (text, code, sentence) => {
    const refused = look(text);
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(sentence);
  });

  it.each([
    [429, 'remote-busy', 3],
    [500, 'remote-status', 3],
    [403, 'remote-refused', 1],
  ])('a hub that answers %i: %s, after %i requests', async (status, code, requests) => {
    hub.faults.plan({ at: '/api/models', status, always: true });
    await expect(look('small/bert')).rejects.toMatchObject({ code });
    expect(hub.asked).toHaveLength(requests);
  });

  it.each([
    [{ status: 503 }, [1]],
    [{ status: 429, headers: { 'Retry-After': '4' } }, [4]],
    [{ cutAfter: 20 }, [1]],
    [{ stallAfter: 20 }, [1]],
  ])('a hub that fails once is asked again: %j', async (fault, waits) => {
    hub.faults.plan({ at: `resolve/${COMMIT}/config.json`, ...fault });
    expect((await look('small/bert')).type).toBe('bert');
    expect(slept).toEqual(waits);
  });

  it('a hub that asks for more patience than a person has is not', async () => {
    hub.faults.plan({ at: '/api/models', status: 429, headers: { 'Retry-After': '60' }, always: true });
    await expect(look('small/bert')).rejects.toMatchObject({ code: 'remote-busy' });
    expect(hub.asked).toHaveLength(1);
  });

  it.each([[{ endless: true }], [{ gzip: true, lengthen: 2 ** 24 }], [{ lengthen: 2 ** 25 }]])(
    'a file that should be short and is not is not read to its end: %j',
    async (fault) => {
      hub.faults.plan({ at: `resolve/${COMMIT}/config.json`, ...fault });
      await expect(look('small/bert')).rejects.toMatchObject({
        code: 'file-too-large',
        sentence: expect.stringContaining('config.json is') as string,
      });
    },
  );

  it('nobody there, and a host that is no hub', async () => {
    const nobody = readReference('small/bert', 'http://localhost:9');
    await expect(lookUp(ask, nobody, signal)).rejects.toMatchObject({ code: 'no-answer' });
    const answering =
      (text: string): Http =>
      () =>
        Promise.resolve({
          ok: true,
          status: 200,
          headers: new Headers(),
          body: new TextEncoder().encode(text),
        });
    const other = answering('{"siblings":[]}');
    await expect(lookUp(other, readReference('small/bert'), signal)).rejects.toMatchObject({
      code: 'hub-answer',
    });
    const page = answering('<!doctype html>');
    await expect(lookUp(page, readReference('small/bert'), signal)).rejects.toMatchObject({
      code: 'file-html',
    });
  });

  it.each([
    ['small/gpt', 'model-unsupported'],
    ['small/pickle', 'file-missing'],
    ['small/wordpiece', 'file-missing'],
  ])('%s cannot be run, and that is known before anything large is fetched: %s', async (text, code) => {
    expect((await look(text)).problem?.code).toBe(code);
  });

  describe('in a plain folder', () => {
    it('is found by the usual names', async () => {
      const found = await look(hub.folder('small/bert'));
      expect(found.place).toEqual({ kind: 'folder', folder: hub.folder('small/bert') });
      expect(found.choices.map(({ weights }) => weights)).toEqual([
        'onnx/model_quantized.onnx',
        'model.safetensors',
      ]);
      expect(found.choices[1]?.files.at(-1)).toMatchObject({ size: fixture.get('model.safetensors')?.size });
      expect(hub.asked.every(({ method, url }) => method === 'HEAD' || url.endsWith('config.json'))).toBe(
        true,
      );
    });
    it('is found by every name that exporters give their exports, with the weights beside them', async () => {
      const names = ['', '_fp16', '_quantized', '_int8', '_uint8', '_q4', '_q4f16', '_bnb4', '_optimized'];
      const graph = bytesFile(new Uint8Array(20), true);
      const paths = ['onnx/', ''].flatMap((within) => names.map((name) => `${within}model${name}.onnx`));
      const other = await HubServer.start({
        a: {
          files: more({
            ...Object.fromEntries(paths.map((path) => [path, graph])),
            'onnx/model_fp16.onnx_data': bytesFile(new Uint8Array(300), true),
          }),
        },
      });
      const { choices } = await lookUp(ask, readReference(other.folder('a')), signal);
      await other.close();
      expect(choices.map(({ weights }) => weights).sort()).toEqual(['model.safetensors', ...paths].sort());
      const half = choices.find(({ weights }) => weights === 'onnx/model_fp16.onnx');
      expect(half?.files.slice(-2)).toMatchObject([
        { path: 'onnx/model_fp16.onnx', size: 20 },
        { path: 'onnx/model_fp16.onnx_data', size: 300 },
      ]);
    });
    it.each([405, 501])('is found where the server knows no HEAD (%i), by its first byte', async (status) => {
      hub.faults.plan({ at: 'cdn/folders', method: 'HEAD', status, always: true });
      const found = await look(hub.folder('small/bert'));
      expect(found.choices.map(({ weights }) => weights)).toEqual([
        'onnx/model_quantized.onnx',
        'model.safetensors',
      ]);
      expect(found.choices[1]?.files.at(-1)).toMatchObject({ size: fixture.get('model.safetensors')?.size });
      const firsts = hub.asked.filter(({ method, url }) => method === 'GET' && !url.endsWith('config.json'));
      expect(new Set(firsts.map(({ range }) => range))).toEqual(new Set(['bytes=0-0']));
    });
    it('of a server that knows neither HEAD nor parts has the sizes that its answers begin with', async () => {
      hub.faults.plan({ at: 'cdn/folders', method: 'HEAD', status: 405, always: true });
      hub.faults.plan({ at: 'model.safetensors', method: 'GET', noRanges: true });
      const found = await look(hub.folder('small/bert'));
      expect(found.choices[1]?.files.at(-1)).toMatchObject({ size: fixture.get('model.safetensors')?.size });
    });
    it('may be in several files', async () => {
      const [choice] = (await look(hub.folder('small/shards'))).choices;
      expect(choice).toMatchObject({ weights: 'model.safetensors.index.json', parts: 2 });
    });
    it('never follows an index out of the folder', async () => {
      const index = jsonFile({ weight_map: { a: 'https://elsewhere.example/model.safetensors' } });
      const evil = await HubServer.start({
        evil: { files: new Map([...without('model.safetensors'), ['model.safetensors.index.json', index]]) },
      });
      const asked: string[] = [];
      const noted: typeof ask = (url, options) => {
        asked.push(url);
        return ask(url, options);
      };
      const found = await lookUp(noted, readReference(evil.folder('evil')), signal);
      expect(found.problem?.code).toBe('file-missing');
      expect(asked.every((url) => url.startsWith(evil.folder('evil')))).toBe(true);
      await evil.close();
    });
    it('that is not there is said', async () => {
      await expect(look(hub.folder('nothing'))).rejects.toMatchObject({ code: 'remote-no-file' });
    });
  });

  describe('peeked into', () => {
    const peekInto = async (text: string) => {
      const { place, choices } = await look(text);
      hub.asked.length = 0;
      return peek(ask, place, choices.at(-1)?.files ?? [], signal);
    };

    it('a file of bert-base’s shape shows the tails planted in it from less than 1 % of its bytes', async () => {
      const peeked = await peekInto('small/base');
      expect(peeked.of).toBeGreaterThan(430e6);
      expect(peeked.fetched / peeked.of).toBeLessThan(0.01);
      expect(peeked.norms).toHaveLength(25);
      expect(peeked.norms.slice(0, 4).map(({ layer, after }) => `${layer} ${after}`)).toEqual([
        '0 embeddings',
        '1 attention',
        '1 feed-forward',
        '2 attention',
      ]);
      for (const { gamma, beta } of peeked.norms) {
        expect(largestMagnitudes(gamma, 1)[0]).toMatchObject({ dim: PLANTED.gamma, value: 2.5 });
        expect(largestMagnitudes(beta, 1)[0]).toMatchObject({ dim: PLANTED.beta, value: -2.5 });
      }
      expect(peeked.positions?.count).toBe(512);
      const mean = peeked.positions?.mean ?? new Float32Array();
      expect(largestMagnitudes(mean, 1)[0]?.dim).toBe(PLANTED.position);
      const [first, second] = tailOrigins(peeked.norms, mean, 2);
      expect(first).toMatchObject({ dim: PLANTED.beta, betas: 25 });
      expect(second).toMatchObject({ dim: PLANTED.gamma, gammas: 25 });
    });

    it('what was fetched is counted to the byte', async () => {
      const peeked = await peekInto('small/base');
      const ranges = hub.asked.filter(({ url }) => url.startsWith('cdn')).map(({ range }) => range ?? '');
      const bytes = ranges.map((range) => {
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
        return Number(end) - Number(start) + 1;
      });
      expect(bytes.reduce((sum, count) => sum + count, 0)).toBe(peeked.fetched);
      expect(ranges.length).toBeLessThan(30);
    });

    it('a model whose embeddings are projected keeps the LayerNorms of its hidden states', async () => {
      const norm = (name: string, dims: number) => ({
        [`${name}.weight`]: { shape: [dims], values: new Float32Array(dims).fill(1) },
        [`${name}.bias`]: { shape: [dims] },
      });
      const weights = sparseSafetensors({
        'electra.embeddings.position_embeddings.weight': {
          shape: [3, 2],
          values: Float32Array.of(1, 2, 3, 4, 5, 6),
        },
        ...norm('electra.embeddings.LayerNorm', 2),
        ...norm('electra.encoder.layer.0.output.LayerNorm', 4),
      });
      const other = await HubServer.start({ a: { files: more({ 'model.safetensors': weights }) } });
      const { place, choices } = await lookUp(ask, readReference('a', other.url), signal);
      const peeked = await peek(ask, place, choices[0]?.files ?? [], signal);
      expect(peeked.dims).toBe(4);
      expect(peeked.norms.map(({ layer }) => layer)).toEqual([1]);
      expect(peeked.positions).toEqual({ count: 3, mean: Float32Array.of(3, 4) });
      await other.close();
    });

    it.each([[{ status: 503 }], [{ cutAfter: 1000 }], [{ stallAfter: 1000 }]])(
      'a server that fails once is asked again: %j',
      async (fault) => {
        hub.faults.plan({ at: 'cdn/lfs', ...fault });
        expect((await peekInto('small/base')).norms).toHaveLength(25);
        expect(slept).toEqual([1]);
      },
    );

    it.each([
      [{ contentRange: 'bytes 1-65536/*' }, 'remote-part'],
      [{ contentRange: 'bytes 0-65535/1000' }, 'remote-size'],
      [{ endless: true }, 'remote-part'],
      [{ extraBytes: 1 }, 'remote-part'],
    ])(
      'a server that gives out something else than was asked for is not believed: %j',
      async (fault, code) => {
        hub.faults.plan({ at: 'cdn/lfs', ...fault });
        await expect(peekInto('small/base')).rejects.toMatchObject({ code });
      },
    );

    it('a server without parts says so, and its whole file is not read', async () => {
      hub.faults.plan({ at: 'cdn/lfs', noRanges: true });
      await expect(peekInto('small/base')).rejects.toMatchObject({ code: 'no-ranges' });
    });

    it('a file without such tensors says so', async () => {
      const header = Buffer.from(JSON.stringify({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }));
      const file = Buffer.alloc(8 + header.length + 8);
      file.writeBigUInt64LE(BigInt(header.length));
      header.copy(file, 8);
      const other = await HubServer.start({
        a: { files: more({ 'model.safetensors': bytesFile(file, true) }) },
      });
      const { place, choices } = await lookUp(ask, readReference('a', other.url), signal);
      await expect(peek(ask, place, choices[0]?.files ?? [], signal)).rejects.toMatchObject({
        code: 'peek-nothing',
      });
      await other.close();
    });
  });
});
