import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

/** A model served beside the bundled one: the same weights under another name, with a card of its own. */
export const second = { id: 'tailscope-second', name: 'tailscope-second', dim: 40 };

const folder = new URL('../public/models/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

interface Card {
  readonly curve: readonly { readonly layers: readonly Layer[]; readonly perplexity: number }[];
  readonly training: object;
  readonly layers: readonly Layer[];
}
interface Layer {
  readonly argmin: { readonly dim: number; readonly share: number };
  readonly argmax: { readonly dim: number; readonly share: number };
  readonly z: { readonly dim: number; readonly z: number };
}

const list = json('index.json') as { default: string; models: { id: string }[] };
/** Alone beside the second one: what else is bundled would be a third. */
const shown = list.models.filter(({ id }) => id === list.default);
const first = json(`${list.default}/card.json`) as Card;

/** Trained without positions, half as far, taken up again once, with a tail at the other end of the vectors. */
export const secondCard = {
  ...first,
  name: second.name,
  position_embeddings: false,
  training: {
    ...first.training,
    stages: [
      {
        fromStep: 0,
        toStep: 1000,
        tokens: 2_048_000,
        hours: 0.5,
        hardware: 'one machine',
        note: 'The first.',
      },
      { fromStep: 1000, toStep: 3000, note: 'Taken up again with a fresh optimizer.' },
    ],
  },
  curve: first.curve.slice(0, Math.ceil(first.curve.length / 2)).map((report, i) => ({
    ...report,
    perplexity: report.perplexity * 1.1,
    layers: report.layers.map((layer) => ({
      ...layer,
      argmin: { dim: 5, share: 0.05 },
      argmax: { dim: second.dim, share: i < 8 ? 0.2 : 0.75 },
      z: { dim: second.dim, z: i < 8 ? 3 : 9 },
    })),
  })),
  measured: { tokens: 61_000 },
  layers: first.layers,
  tails: [
    { dim: 40, side: 'max', scope: 'all', layers: [0, 1, 2], carriers: ['word'] },
    { dim: 9, side: 'min', scope: 'special', layers: [1, 2], carriers: ['last'] },
  ],
  cut: {
    dims: [second.dim],
    anisotropyBefore: first.layers.map(() => 0.4),
    anisotropyAfter: first.layers.map(() => 0.125),
  },
  examples: [
    ...['dog', 'cat', 'horse', 'bird', 'wolf', 'fox', 'cow'].map((expected, i) => ({
      text: `The [MASK] ran over field ${i}.`,
      expected,
      rank: i === 5 ? null : i + 1,
      top: [{ word: 'man', probability: 0.25 }],
    })),
  ],
  experiments: [
    { name: 'slower', changed: 'learning rate 1e-4', tokens: 4_000_000, perplexity: 400, tail: null },
  ],
};

/** The page then lists the default model and this one. @param card what is served as the second one's */
export async function serveSecondModel(page: Page, card: unknown = secondCard): Promise<void> {
  await page.route('**/models/index.json', (route) =>
    route.fulfill({
      json: {
        ...list,
        models: [
          ...shown,
          { ...shown[0], ...second, positionEmbeddings: false, card: `${second.id}/about.json` },
        ],
      },
    }),
  );
  await page.route(`**/models/${second.id}/*`, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (name === 'about.json' || name === 'card.json')
      await route.fulfill(typeof card === 'string' ? { body: card } : { json: card });
    else await route.fulfill({ path: fileURLToPath(new URL(`${list.default}/${name}`, folder)) });
  });
}
