import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchBundled } from './bundled.ts';

const entry = { id: 'a model', name: 'a', layers: 4, dims: 256, bytes: 10, sha256: 'ab' };

function serve(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const found = files[address];
    return Promise.resolve(found === undefined ? new Response('', { status: 404 }) : Response.json(found));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the list of bundled models', () => {
  test('names each model’s card', async () => {
    const asked = serve({
      'base/models/index.json': { default: 'a model', models: [{ ...entry, card: 'other/about.json' }] },
      'base/models/other/about.json': { name: 'a' },
    });
    const { models, fetchCard } = await fetchBundled('base/');
    expect(models.map(({ card }) => card)).toEqual(['other/about.json']);
    const [model] = models;
    expect(model && (await fetchCard(model))).toEqual({ name: 'a' });
    expect(asked.at(-1)).toBe('base/models/other/about.json');
  });

  test.each([
    undefined,
    7,
    '../b/card.json',
    'b/../../card.json',
    'https://elsewhere/card.json',
    '/card.json',
    '',
  ])('has it in the model’s folder where it says %j', async (card) => {
    const asked = serve({ 'models/index.json': { default: 'a model', models: [{ ...entry, card }] } });
    const { models, fetchCard } = await fetchBundled('');
    const [model] = models;
    expect(model && (await fetchCard(model))).toBeUndefined();
    expect(asked.at(-1)).toBe('models/a%20model/card.json');
  });

  test('that cannot be read is one of no model', async () => {
    serve({});
    const { models, example } = await fetchBundled('');
    expect([models, example]).toEqual([[], undefined]);
  });
});
