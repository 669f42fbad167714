import { MOST_CARD_BYTES, parseModelCard } from '../../checkpoint/index.ts';
import type { BundledModel, NamedBlob } from '../../protocol/model.ts';
import { type CardedModel, ownCard, selectCardedModels } from '../derive/carded-models.ts';
import { selectModelFiles } from '../model.ts';
import type { AppStore } from '../store.ts';
import type { CardState } from '../state.ts';
import type { ViewId } from '../view.ts';

/** Views that say what is on them. */
const WITH_CARDS: readonly ViewId[] = ['models', 'compare', 'paper'];

/**
 * Fetches the cards of all models there are once they are looked at. One that cannot be read is said to
 * be missing, and asked for again when the view is opened again.
 */
export function followCards(store: AppStore, fetchCard: (model: BundledModel) => Promise<unknown>): void {
  const put = (keys: readonly string[], card: CardState): void => {
    const cards = new Map(store.getState().cards);
    for (const key of keys) cards.set(key, card);
    store.setState({ cards });
  };

  const ask = async ({ key, bundled }: CardedModel): Promise<void> => {
    const json = await (bundled ? fetchCard(bundled) : readOwn(selectModelFiles(store.getState())));
    const card = parseModelCard(json);
    put([key], card ? { kind: 'ready', card } : { kind: 'missing' });
  };

  let looking = false;
  const follow = (): void => {
    const state = store.getState();
    const looks = WITH_CARDS.includes(state.view);
    const came = !looking && looks;
    looking = looks;
    if (!looking) return;
    const due = selectCardedModels(state).filter(({ key }) => {
      const known = state.cards.get(key);
      return known === undefined || (came && known.kind === 'missing');
    });
    if (due.length === 0) return;
    // said of all before any is asked for: saying so leads back here
    put(
      due.map(({ key }) => key),
      { kind: 'loading' },
    );
    for (const model of due) void ask(model);
  };
  store.subscribe(follow);
  follow();
}

async function readOwn(files: readonly NamedBlob[] | undefined): Promise<unknown> {
  const file = ownCard(files);
  if (!file || file.size > MOST_CARD_BYTES) return undefined;
  try {
    const bytes = await file.slice(0, file.size).arrayBuffer();
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return json;
  } catch {
    // no JSON, or a file that went away: the page says that there is no card
    return undefined;
  }
}
