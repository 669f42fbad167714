import { describe, expect, it } from 'vitest';
import { sortFiles, type Given } from './sort-files.ts';

const sort = (...paths: string[]): Given =>
  sortFiles(paths.map((path) => ({ path, file: new File([path], path.split('/').at(-1) ?? '') })));
const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);
const INDEX = 'mine/model.safetensors.index.json';
const shards = (...numbers: number[]) => numbers.map((i) => `mine/model-0000${i}-of-00003.safetensors`);
const SMALL = ['mine/config.json', 'mine/tokenizer.json'];

function checkpoint(...paths: string[]) {
  const sorted = sort(...paths);
  if (sorted.kind !== 'checkpoint') throw new Error(`${sorted.kind}, not a checkpoint`);
  const { name, small, sets } = sorted.folder;
  const [unasked, ...others] = sets;
  return {
    name,
    files: names([...small, ...unasked.files]),
    weights: names(unasked.files),
    taken: unasked.path,
    others: others.map(({ path }) => path),
    besides: others.map(({ files }) => names(files)),
  };
}

describe('a checkpoint', () => {
  it('is a folder with a config, a tokenizer and safetensors', () => {
    expect(checkpoint(...SMALL, 'mine/model.safetensors', 'mine/README.md')).toEqual({
      name: 'mine',
      files: ['config.json', 'tokenizer.json', 'model.safetensors'],
      weights: ['model.safetensors'],
      taken: 'mine/model.safetensors',
      others: [],
      besides: [],
    });
  });
  it('may have its weights in shards', () => {
    const shards = ['model-00002-of-00002.safetensors', 'model-00001-of-00002.safetensors'];
    const all = [...shards, 'model.safetensors.index.json'].map((name) => `mine/${name}`);
    expect(checkpoint(...SMALL, ...all).weights).toEqual([
      'model-00001-of-00002.safetensors',
      'model-00002-of-00002.safetensors',
      'model.safetensors.index.json',
    ]);
  });
  it('may call its shards what its index calls them', () => {
    const all = ['model.safetensors.index.json', 'first.safetensors'].map((name) => `mine/${name}`);
    expect(checkpoint(...SMALL, ...all).weights).toEqual([
      'first.safetensors',
      'model.safetensors.index.json',
    ]);
  });
  it('may have an export, beside its config or in a folder of exports', () => {
    expect(checkpoint(...SMALL, 'mine/model.onnx')).toMatchObject({ name: 'mine', weights: ['model.onnx'] });
    expect(checkpoint(...SMALL, 'mine/onnx/model.onnx')).toMatchObject({
      name: 'mine',
      weights: ['model.onnx'],
    });
  });
  it('has with an export the files that hold the export’s weights, and no other export', () => {
    const exports = ['model.onnx_data', 'model.onnx', 'model_q4.onnx', 'model_q4.onnx_data'];
    const found = checkpoint(...SMALL, ...exports.map((name) => `mine/onnx/${name}`));
    expect(found.weights).toEqual(['model.onnx', 'model.onnx_data']);
    expect(found.others).toEqual(['mine/onnx/model_q4.onnx']);
    expect(found.besides).toEqual([['model_q4.onnx', 'model_q4.onnx_data']]);
  });
  it('is opened with safetensors where it has both, and with the exact one of several exports', () => {
    const both = checkpoint(...SMALL, 'mine/onnx/model.onnx', 'mine/model.safetensors');
    expect(both).toMatchObject({ weights: ['model.safetensors'], others: ['mine/onnx/model.onnx'] });
    const several = checkpoint(...SMALL, 'mine/onnx/model_int8.onnx', 'mine/onnx/model.onnx');
    expect(several).toMatchObject({ taken: 'mine/onnx/model.onnx', others: ['mine/onnx/model_int8.onnx'] });
  });
  it('may come as single files', () => {
    expect(checkpoint('config.json', 'tokenizer.json', 'model_int8.onnx')).toMatchObject({
      name: 'checkpoint',
      taken: 'model_int8.onnx',
    });
  });
});

describe('what is missing is said', () => {
  it.each([
    ['model.safetensors', SMALL],
    ['tokenizer.json', ['mine/config.json', 'mine/model.safetensors']],
    ['config.json', ['mine/tokenizer.json', 'mine/onnx/model.onnx']],
    ['config.json', ['onnx/model.onnx']],
    ['model-00002-of-00003.safetensors', [...SMALL, ...shards(1, 3), INDEX]],
    ['model-00001-of-00003.safetensors', [...SMALL, ...shards(3)]],
    ['model.safetensors.index.json', [...SMALL, ...shards(1, 2, 3)]],
  ])('%s', (missing, paths) => {
    expect(sort(...paths)).toEqual({ kind: 'incomplete', missing });
  });
});

it('weights in PyTorch’s own format are told from none', () => {
  const name = 'pytorch_model.bin';
  expect(sort(...SMALL, `mine/${name}`)).toEqual({ kind: 'pickle', name });
  expect(checkpoint(...SMALL, `mine/${name}`, 'mine/model.safetensors').weights).toEqual([
    'model.safetensors',
  ]);
});

it('tells a text from what is neither', () => {
  expect(sort('words.txt')).toMatchObject({ kind: 'text' });
  expect(sort('picture.png')).toEqual({ kind: 'unknown', name: 'picture.png' });
});
