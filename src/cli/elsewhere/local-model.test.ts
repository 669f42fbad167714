import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bulkyBert, shardedBert } from '../../../scripts/hub/bert-shaped.ts';
import { folderFiles } from '../../../scripts/hub/hub-files.ts';
import { COMMIT, HubServer } from '../../../scripts/hub/hub-server.ts';
import { type FetchHost, NETWORK } from '../../remote/index.ts';
import { readArguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';
import { localModel } from './local-model.ts';

const fixture = fileURLToPath(new URL('../../graph/fixtures/bert-f32/', import.meta.url));
const small = folderFiles(fixture);
const exported = folderFiles(fileURLToPath(new URL('../../graph/edit/fixtures/bert/', import.meta.url)));
const exports = new Map(
  Object.entries({
    'config.json': 'config.json',
    'tokenizer.json': 'tokenizer.json',
    'onnx/model.onnx': 'trace11.f32.onnx',
    'onnx/model_uint8.onnx': 'trace17.uint8.onnx',
  }).flatMap(([path, from]) => {
    const file = exported.get(from);
    return file ? [[path, file] as const] : [];
  }),
);
/** A part of 8 MiB, and a shorter one. */
const WORDS = 75_000;
const BULKY = bulkyBert(WORDS);

describe('a model that is named by where it comes from', { timeout: 30_000 }, () => {
  let hub: HubServer;
  let cache: string;
  let said: string;
  const screen = { write: (text: string) => (said += text) };
  const host: FetchHost = {
    ...NETWORK,
    sleep: (_, signal) => NETWORK.sleep(0.01, signal),
  };
  const local = (model: string, weights?: string, url = hub.url) =>
    localModel({ model, weights }, { hub: url, cache }, screen, host);
  const askedWeights = () => hub.askedOf('model.safetensors').filter(({ url }) => url.startsWith('cdn'));

  beforeAll(async () => {
    hub = await HubServer.start({
      'small/bert': { files: small },
      'small/bulky': { files: BULKY },
      'small/shards': { files: shardedBert() },
      'small/exports': { files: exports },
      'small/gated': { files: small, gated: 'manual' },
    });
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    cache = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'cache');
    said = '';
    hub.asked.length = 0;
  });
  afterEach(() => {
    hub.faults.clear();
  });

  it('is a folder where there is one, and nobody is asked', async () => {
    expect(await local(fixture)).toEqual({ folder: fixture, weights: undefined, id: undefined });
    expect(await local('nowhere')).toMatchObject({ folder: 'nowhere' });
    expect(hub.asked).toEqual([]);
    expect(said).toBe('');
  });

  it('is fetched into a folder under its own names, and what comes is said first, with sizes', async () => {
    const { folder, weights, id } = await local('small/bert');
    expect({ weights, id }).toEqual({ weights: 'model.safetensors', id: 'small/bert' });
    expect(folder.startsWith(cache)).toBe(true);
    for (const name of ['config.json', 'tokenizer.json', 'model.safetensors'])
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(fixture, name)))).toBe(true);
    const place = new URL(hub.url).host;
    expect(said).toMatch(
      new RegExp(`^there is no folder small/bert here: asking ${place} for a list of files\n`),
    );
    expect(said).toMatch(
      new RegExp(`small/bert \\(commit c0ffee00\\) from ${place}, 1\\d\\d kB, to ${folder}:\n`),
    );
    expect(said).toMatch(/\n {2}model\.safetensors \(\d+ kB\)\n/);
    expect(said).toMatch(/small\/bert \(commit c0ffee00\), model\.safetensors, is in /);
  });

  it('is not fetched twice, and its commit by its full name is not even asked for', async () => {
    const first = await local('small/bert');
    hub.asked.length = 0;
    said = '';
    expect(await local('small/bert')).toEqual(first);
    expect(hub.asked.every(({ url }) => !url.includes('model.safetensors'))).toBe(true);
    expect(said).not.toContain(' kB');
    hub.asked.length = 0;
    expect(await local(`small/bert@${COMMIT}`)).toEqual(first);
    expect(hub.asked).toEqual([]);
  });

  it('goes on after a cut connection, and after the command was stopped, from what had come', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 8e6 }, { at: 'cdn/lfs', status: 404 });
    await expect(local('small/bulky')).rejects.toMatchObject({ code: 'remote-no-file' });
    expect(said).toContain('The connection broke off. It is tried again in 1 s.');
    hub.asked.length = 0;
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 1e6 });
    const { folder } = await local('small/bulky');
    const starts = askedWeights().map(({ range }) => Number(/bytes=(\d+)-/.exec(range ?? '')?.[1]));
    expect(starts).toHaveLength(2);
    // a connection that breaks off may take with it what it had brought last
    expect(starts[0]).toBeGreaterThan(1e6);
    expect(starts[1]).toBeGreaterThanOrEqual(starts[0] ?? NaN);
    const served = BULKY.get('model.safetensors');
    expect(
      readFileSync(join(folder, 'model.safetensors')).equals(served?.read(0, served.size) ?? Buffer.of()),
    ).toBe(true);
  });

  it('is mended where a file of it was damaged, by the damaged part alone', async () => {
    const { folder } = await local('small/bulky');
    const path = join(folder, 'model.safetensors');
    const right = readFileSync(path);
    for (const harm of [
      () => {
        const bytes = Buffer.from(right);
        bytes[2 ** 23 + 5] = ~(bytes[2 ** 23 + 5] ?? 0);
        writeFileSync(path, bytes);
      },
      () => {
        truncateSync(path, 2 ** 23 + 10);
      },
      () => {
        writeFileSync(path, Buffer.concat([right, Buffer.alloc(100)]));
      },
    ]) {
      harm();
      await local('small/bulky');
      expect(readFileSync(path).equals(right)).toBe(true);
    }
    expect(askedWeights().map(({ range }) => range)).toEqual([
      undefined,
      `bytes=${2 ** 23}-${right.length - 1}`,
      `bytes=${2 ** 23}-${right.length - 1}`,
    ]);
  });

  it('may have its weights in shards, or as an export that is named', async () => {
    expect(await local('small/shards')).toMatchObject({ weights: 'model.safetensors.index.json' });
    const exact = await local('small/exports');
    expect(exact.weights).toBe('onnx/model.onnx');
    expect(said).toMatch(/other weights that are there, for --weights: onnx\/model_uint8\.onnx \(\d+ kB\)/);
    const rounded = await local('small/exports', 'model_uint8.onnx');
    expect(rounded.weights).toBe('onnx/model_uint8.onnx');
    expect(rounded.folder).not.toBe(exact.folder);
    await expect(local('small/exports', 'model_q4.onnx')).rejects.toMatchObject({ code: 'no-such-weights' });
  });

  it('may be a folder on the web, which is fetched anew where it has changed', async () => {
    const { folder, id } = await local(hub.folder('small/bert'));
    expect(id).toBe('small/bert');
    expect(readdirSync(folder)).toContain('model.safetensors');
    hub.faults.plan({ at: 'config.json', method: 'HEAD', lengthen: 7 });
    hub.asked.length = 0;
    await local(hub.folder('small/bert'));
    expect(askedWeights().filter(({ url }) => url.startsWith('cdn'))).toHaveLength(1);
  });

  it('is taken from what is kept where its host does not answer', async () => {
    const first = await local('small/bert');
    const gone = await HubServer.start({ 'small/bert': { files: small } });
    const { url } = gone;
    const kept = await local('small/bert', undefined, url);
    await gone.close();
    said = '';
    expect(await local('small/bert', undefined, url)).toEqual(kept);
    expect(said).toMatch(/localhost:\d+ did not answer: what is kept is taken/);
    expect(kept.folder).not.toBe(first.folder);
    await expect(local('small/exports', undefined, url)).rejects.toMatchObject({ code: 'no-answer' });
    await expect(local('small/bert@main', undefined, url)).rejects.toMatchObject({ code: 'no-answer' });
  });

  it.each([
    ['small/none', 'hub-unknown'],
    ['small/gated', 'hub-gated'],
    ['small/bert@v9', 'hub-no-revision'],
    ['http://example.org/mine/', 'reference-insecure'],
  ])('%s is refused: %s', async (named, code) => {
    await expect(local(named)).rejects.toMatchObject({ code });
  });

  it('waits for another command that fetches the same', async () => {
    hub.faults.plan({ at: 'cdn/lfs', drip: 100_000 });
    const [first, second] = await Promise.all([local('small/bert'), local('small/bert')]);
    expect(second).toEqual(first);
    expect(askedWeights()).toHaveLength(1);
    expect(said).toMatch(/another command is fetching it: this one waits until .*\.lock is gone/);
  });

  it('is measured like any other: every hidden state is that of the folder’s', async () => {
    const out = (name: string) => join(cache, `${name}.npy`);
    const states = (name: string, ...args: readonly string[]) => {
      const words = ['states', '--text', 'The cats sat.', '--out', out(name), '--threads', '1', '--json'];
      const settings = readArguments([...words, ...args]);
      if (settings === 'help') throw new Error('this asks for help');
      return runExperiment(settings, screen);
    };
    const report = await states('fetched', '--model', 'small/bert', '--hub', hub.url, '--cache', cache);
    await states('here', '--model', fixture);
    expect(JSON.parse(report)).toMatchObject({ model: { id: 'small/bert', layers: 2, dims: 32 } });
    expect(readFileSync(out('fetched')).equals(readFileSync(out('here')))).toBe(true);
  });
});
