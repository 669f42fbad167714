import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseModelCard, type ModelCard } from '../../src/checkpoint/index.ts';
import type { TwinFindings } from '../../src/paper/findings.ts';
import { twinsOf } from '../../src/paper/twins-of.ts';

const INDEX = v.object({ models: v.array(v.object({ id: v.string() })) });

/** The bundled models by their ids. */
export function bundledIds(models: URL): readonly string[] {
  return v.parse(INDEX, readJson(new URL('index.json', models))).models.map(({ id }) => id);
}

/** What the cards of the bundled models say of the one with position embeddings and the one without. */
export function readTwins(models: URL): TwinFindings | undefined {
  const cards = bundledIds(models).flatMap((id) => {
    const card: ModelCard | undefined = parseModelCard(readJson(new URL(`${id}/card.json`, models)));
    return card ? [{ name: id, card }] : [];
  });
  return twinsOf(cards);
}

function readJson(path: URL): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
