import * as v from 'valibot';
import type { BundledModel } from '../protocol/model.ts';
import { type Example, readExample } from './example/example.ts';

const index = v.object({
  default: v.string(),
  models: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      layers: v.number(),
      dims: v.number(),
      bytes: v.number(),
      sha256: v.string(),
      positionEmbeddings: v.fallback(v.optional(v.boolean()), undefined),
      // a place beside the list, no other
      card: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\w[\w.-]*(\/\w[\w.-]*)*$/))), undefined),
    }),
  ),
});

export interface Bundled {
  /** The default first. */
  readonly models: readonly BundledModel[];
  /** The default's, if it was computed with its very weights. */
  readonly example: Example | undefined;
  /** What lies at the place of a model's card; undefined where nothing can be read there. */
  readonly fetchCard: (model: BundledModel) => Promise<unknown>;
  /** The text at a place of public/examples; undefined where it cannot be fetched. */
  readonly fetchExample: (path: string) => Promise<string | undefined>;
}

/** The models that came with the page, and the example computed with the default one; none where they cannot be read. */
export async function fetchBundled(base: string): Promise<Bundled> {
  const parsed = v.safeParse(index, await fetchJson(`${base}models/index.json`));
  const fetchCard = ({ id, card }: BundledModel): Promise<unknown> =>
    fetchJson(`${base}models/${card ?? `${encodeURIComponent(id)}/card.json`}`);
  const fetchExample = (path: string): Promise<string | undefined> => fetchText(`${base}examples/${path}`);
  if (!parsed.success) return { models: [], example: undefined, fetchCard, fetchExample };
  const { models, default: first } = parsed.output;
  const example = readExample(await fetchJson(`${base}models/${encodeURIComponent(first)}/example.json`));
  const fits = models.some((model) => model.id === first && model.sha256 === example?.sha256);
  const rank = (model: BundledModel): number => (model.id === first ? 0 : 1);
  return {
    models: [...models].sort((a, b) => rank(a) - rank(b)),
    example: fits ? example : undefined,
    fetchCard,
    fetchExample,
  };
}

async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : undefined;
  } catch {
    // The page says that the models are missing; it can still open a person's own.
    return undefined;
  }
}

async function fetchText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : undefined;
  } catch {
    // the view says that its examples are missing; a person's own data can still be opened
    return undefined;
  }
}
