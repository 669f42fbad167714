import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { DEFAULT_HUB, fileUrl } from './hub.ts';
import { readHub, readReference } from './reference.ts';

const MIRROR = 'https://mirror.example/hub';
const hub = (id: string, revision?: string, file?: string, at = DEFAULT_HUB) => ({
  kind: 'hub',
  hub: at,
  id,
  revision,
  file,
});
const folder = (address: string, file?: string) => ({ kind: 'folder', folder: address, file });

describe('what a person pastes', () => {
  it.each([
    ['bert-base-cased', hub('bert-base-cased')],
    ['  sentence-transformers/all-MiniLM-L6-v2\n', hub('sentence-transformers/all-MiniLM-L6-v2')],
    ['owner/name@main', hub('owner/name', 'main')],
    ['owner/name@refs/pr/3', hub('owner/name', 'refs/pr/3')],
    [`${DEFAULT_HUB}/bert-base-cased`, hub('bert-base-cased')],
    [`${DEFAULT_HUB}/owner/name/`, hub('owner/name')],
    ['huggingface.co/owner/name', hub('owner/name')],
    ['https://hf.co/owner/name?library=transformers#usage', hub('owner/name')],
    [`${DEFAULT_HUB}/owner/name/tree/v1.0`, hub('owner/name', 'v1.0')],
    [`${DEFAULT_HUB}/owner/name/tree/refs%2Fpr%2F1/onnx`, hub('owner/name', 'refs/pr/1')],
    [`${DEFAULT_HUB}/bert-base-cased/tree/main`, hub('bert-base-cased', 'main')],
    [
      `${DEFAULT_HUB}/owner/name/blob/main/onnx/model_fp16.onnx`,
      hub('owner/name', 'main', 'onnx/model_fp16.onnx'),
    ],
    [
      `${DEFAULT_HUB}/owner/name/resolve/abc123/model.safetensors?download=true`,
      hub('owner/name', 'abc123', 'model.safetensors'),
    ],
    ['https://example.org/models/my%20bert', folder('https://example.org/models/my%20bert/')],
    ['https://example.org/models/my-bert/', folder('https://example.org/models/my-bert/')],
    ['https://example.org/m/model.safetensors', folder('https://example.org/m/', 'model.safetensors')],
    ['https://example.org/m/onnx/model.onnx', folder('https://example.org/m/', 'onnx/model.onnx')],
    ['http://localhost:8000/m/', folder('http://localhost:8000/m/')],
  ])('%s', (text, expected) => {
    expect(readReference(text)).toEqual(expected);
  });

  it('is looked up at the mirror in use, and so are its pages', () => {
    expect(readReference('owner/name', MIRROR)).toEqual(hub('owner/name', undefined, undefined, MIRROR));
    expect(readReference(`${MIRROR}/owner/name/tree/main`, MIRROR)).toEqual(
      hub('owner/name', 'main', undefined, MIRROR),
    );
    expect(readReference(`${DEFAULT_HUB}/owner/name`, MIRROR)).toEqual(hub('owner/name'));
  });

  it.each([
    ['', 'reference'],
    ['a b', 'reference'],
    ['a/b/c', 'reference'],
    ['owner/name@', 'reference'],
    ['owner/na..me', 'reference'],
    ['owner/name@a..b', 'reference'],
    ['<script>', 'reference'],
    ['x'.repeat(3000), 'reference'],
    ['https://', 'reference'],
    ['https://me:secret@example.org/m/', 'reference'],
    ['http://example.org/m/', 'reference-insecure'],
    ['ftp://example.org/m/', 'reference-insecure'],
    ['javascript://x', 'reference-insecure'],
    [`${DEFAULT_HUB}/datasets/owner/name`, 'reference-other'],
    [`${DEFAULT_HUB}/owner/name/tree/%ff`, 'reference'],
  ])('%j is refused in words', (text, code) => {
    expect(() => readReference(text)).toThrow(expect.objectContaining({ code }));
  });

  it('never gives anything but a reference or a clear error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }), fc.webPath()), (text) => {
        try {
          const found = readReference(text);
          expect(found.kind === 'hub' ? found.hub : found.folder).toMatch(
            /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)/,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(TailscopeError);
        }
      }),
    );
  });

  it('comes back from the address of any file of any model', () => {
    const part = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,20}$/).filter((text) => !text.includes('..'));
    const views = [
      'tree',
      'blob',
      'resolve',
      'raw',
      'datasets',
      'spaces',
      'docs',
      'api',
      'collections',
      'papers',
      'blog',
    ];
    const name = part.filter((text) => !views.includes(text));
    fc.assert(
      fc.property(name, name, part, (owner, model, revision) => {
        const address = fileUrl(MIRROR, `${owner}/${model}`, revision, 'onnx/model.onnx');
        expect(readReference(address, MIRROR)).toEqual(
          hub(`${owner}/${model}`, revision, 'onnx/model.onnx', MIRROR),
        );
      }),
    );
  });
});

describe('a hub’s address', () => {
  it('is kept without a slash at its end, and https where nothing is said', () => {
    expect(readHub('mirror.example/')).toBe('https://mirror.example');
    expect(readHub(`${MIRROR}//?x=1`)).toBe(MIRROR);
    expect(readHub('http://localhost:4000')).toBe('http://localhost:4000');
  });
  it('is refused where anyone could change what comes from it', () => {
    expect(() => readHub('http://mirror.example')).toThrow(
      expect.objectContaining({ code: 'reference-insecure' }),
    );
    expect(() => readHub('not a host')).toThrow(expect.objectContaining({ code: 'reference' }));
  });
});
