import { Engine, SessionQueue } from '../../src/engine/index.ts';
import { loadModel } from '../../src/engine/node/index.ts';
import { detectTails } from '../../src/measures/detect-tails.ts';
import { repeatedWords } from '../../src/store/derive/matrix-items.ts';
import type { Example } from '../../src/store/example/example.ts';
import { INITIAL_LINK_STATE } from '../../src/store/link/keys.ts';
import { exploreRequest } from '../../src/store/wanted.ts';

/** The exploration of the page's own sentences, by the engine that answers the page. */
export async function computeExample(folder: string): Promise<Example> {
  const model = await loadModel(folder, { threads: 1 });
  const engine = new Engine(new SessionQueue());
  await engine.use(model);
  const { typed, specials, seed } = INITIAL_LINK_STATE;
  const context = {
    priority: 'live',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  } as const;
  const wanted = { sentences: typed.split('\n'), specials, seed };
  const exploration = await engine.explore(exploreRequest(wanted, []), context);
  const items = repeatedWords(exploration).items;
  const columns = [...new Set(detectTails(exploration).map(({ dim }) => dim))].slice(0, 16);
  const held = await engine.similarity({ exploration: exploration.handle, of: 'tokens', items, columns });
  return { sha256: model.sha256, exploration, words: { items, held } };
}
