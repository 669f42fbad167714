import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ByteFile } from './byte-file.ts';
import { openCheckpoint } from './index.ts';
import { memoryFile } from './memory-file.fixture.ts';

const NAMES = ['config.json', 'model.safetensors', 'tokenizer.json'];
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../graph/fixtures/bert-f32/${name}`, import.meta.url)));

/** The fixture's files, some replaced, some taken away (undefined), some put beside them. */
function files(changed: Readonly<Record<string, string | Uint8Array | undefined>> = {}): ByteFile[] {
  const contents: Record<string, string | Uint8Array | undefined> = {
    ...Object.fromEntries(NAMES.map((name) => [name, bytesOf(name)])),
    ...changed,
  };
  return Object.entries(contents).flatMap(([name, content]) =>
    content === undefined ? [] : [memoryFile(name, content)],
  );
}

function config(change: object): string {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytesOf('config.json')));
  return JSON.stringify(Object.assign({}, parsed, change));
}

const refusal = (code: string, words: string): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(words) as string });

describe('a checkpoint', () => {
  it('opens from its three files, reading of the weights only the header', async () => {
    const weights = memoryFile('model.safetensors', bytesOf('model.safetensors'));
    const checkpoint = await openCheckpoint([...files({ 'model.safetensors': undefined }), weights]);
    expect(checkpoint.config.dims).toBe(32);
    expect(checkpoint.weightsFiles).toEqual([weights]);
    expect([...checkpoint.weights.values()]).toContainEqual(
      expect.objectContaining({ location: weights.name }),
    );
    expect(checkpoint.card).toBeUndefined();
    expect(checkpoint.tokenizer.config).toBeUndefined();
    expect(weights.asked()).toBeLessThan(10_000);
  });
  it('counts the numbers in the file', async () => {
    const { parameters, weights } = await openCheckpoint(files());
    const bytes = [...weights.values()].reduce((sum, { start, end }) => sum + end - start, 0);
    expect(parameters).toBe(bytes / 4);
  });
  it('opens from a dropped folder, whose subfolders may hold files of the same names', async () => {
    const inFolder = files().map((file) => ({ ...file, name: `model/${file.name}` }));
    const other = memoryFile('model/1_Pooling/config.json', '{}');
    expect((await openCheckpoint([other, ...inFolder])).config.layers).toBe(2);
  });
  it('brings its card, whatever else is on it', async () => {
    const card = { name: 'Small', position_embeddings: false, anything: [1] };
    const opened = await openCheckpoint(files({ 'card.json': JSON.stringify(card) }));
    expect(opened.card).toEqual({ name: 'Small', positionEmbeddings: false });
  });
  it('is taken to have position embeddings unless its card says no', async () => {
    const opened = await openCheckpoint(files({ 'card.json': '{"position_embeddings": "?"}' }));
    expect(opened.card?.positionEmbeddings).toBe(true);
  });
});

describe('what is wrong is named', () => {
  it.each(NAMES)('a missing %s', async (name) => {
    await expect(openCheckpoint(files({ [name]: undefined }))).rejects.toThrow(
      refusal('file-missing', `no ${name}`),
    );
  });
  it('weights in PyTorch’s format in their place', async () => {
    const given = files({ 'model.safetensors': undefined, 'pytorch_model.bin': 'PK' });
    await expect(openCheckpoint(given)).rejects.toThrow(/PyTorch/);
  });
  it.each(NAMES)('a web page answered for %s', async (name) => {
    const given = files({ [name]: '<!DOCTYPE html><html><body>Not found</body></html>' });
    await expect(openCheckpoint(given)).rejects.toThrow(refusal('file-html', name));
  });
  it('a file that is not JSON', async () => {
    await expect(openCheckpoint(files({ 'config.json': '{"a": ' }))).rejects.toThrow(
      refusal('not-json', 'config.json'),
    );
  });
  it('a file far longer than its kind can be, before it is read', async () => {
    const huge: ByteFile = {
      name: 'config.json',
      size: 2 ** 40,
      read: () => Promise.reject(new Error('read')),
    };
    const given = [huge, ...files({ 'config.json': undefined })];
    await expect(openCheckpoint(given)).rejects.toThrow(refusal('file-too-large', 'config.json'));
  });
  it('the tensor that does not fit the config, with both shapes', async () => {
    const given = files({ 'config.json': config({ max_position_embeddings: 64 }) });
    await expect(openCheckpoint(given)).rejects.toThrow(
      refusal('tensor-shape', 'bert.embeddings.position_embeddings.weight'),
    );
    await expect(openCheckpoint(given)).rejects.toThrow(/\[40, 32\].*\[64, 32\]/);
  });
  it('the tensor that a config of more layers asks for', async () => {
    const given = files({ 'config.json': config({ num_hidden_layers: 3 }) });
    await expect(openCheckpoint(given)).rejects.toThrow(refusal('tensor-missing', 'bert.encoder.layer.2.'));
  });
  it('weights cut off', async () => {
    const given = files({ 'model.safetensors': bytesOf('model.safetensors').slice(0, -1) });
    await expect(openCheckpoint(given)).rejects.toThrow(refusal('file-short', 'model.safetensors'));
  });
  it('a tokenizer of another model', async () => {
    const given = files({ 'tokenizer.json': '{"model": {"vocab": {"a": 100000}}}' });
    await expect(openCheckpoint(given)).rejects.toThrow(refusal('tokenizer-mismatch', '100000'));
  });
});

it('stops when it is cancelled', async () => {
  await expect(openCheckpoint(files(), AbortSignal.abort())).rejects.toThrow(
    refusal('cancelled', 'cancelled'),
  );
});

it('says that it was cancelled when that is why a read failed', async () => {
  const controller = new AbortController();
  const read = () => {
    controller.abort();
    return Promise.reject(new Error('aborted'));
  };
  const given = [{ name: 'config.json', size: 10, read }, ...files({ 'config.json': undefined })];
  await expect(openCheckpoint(given, controller.signal)).rejects.toThrow(refusal('cancelled', 'cancelled'));
});
