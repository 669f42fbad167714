import type { BundledModel, NamedBlob } from '../../protocol/model.ts';
import { memo } from '../memo.ts';
import { selectModelFiles } from '../model.ts';
import type { CardState, ModelChoice, State } from '../state.ts';

/** A model whose card the page has or may get. */
export interface CardedModel {
  /** A bundled model's id, or the hash of a person's own weights. */
  readonly key: string;
  readonly name: string;
  /** Its entry in the list of bundled models; undefined for a person's own. */
  readonly bundled: BundledModel | undefined;
  readonly card: CardState;
  /** Whether it is the one asked for. */
  readonly inUse: boolean;
}

const LOADING: CardState = { kind: 'loading' };

const cardedModels = memo(
  (
    bundled: readonly BundledModel[],
    cards: ReadonlyMap<string, CardState>,
    asked: ModelChoice,
    files: readonly NamedBlob[] | undefined,
  ): readonly CardedModel[] => {
    const key = keyOf(asked, bundled);
    const own = asked.kind === 'files' && ownCard(files) !== undefined ? asked : undefined;
    const card = (of: string): CardState => cards.get(of) ?? LOADING;
    return [
      ...(own
        ? [{ key: own.sha256, name: own.name, bundled: undefined, card: card(own.sha256), inUse: true }]
        : []),
      ...bundled.map((entry) => ({
        key: entry.id,
        name: entry.name,
        bundled: entry,
        card: card(entry.id),
        inUse: entry.id === key,
      })),
    ];
  },
);

/** Every bundled model, the default first, and before them a person's own where its folder holds a card. */
export function selectCardedModels(state: State): readonly CardedModel[] {
  const { bundled, cards, modelAsked } = state;
  return cardedModels(bundled, cards, modelAsked, selectModelFiles(state));
}

/** The card among the files of a checkpoint. */
export function ownCard(files: readonly NamedBlob[] | undefined): NamedBlob | undefined {
  return files?.find(({ name }) => name === 'card.json');
}

function keyOf(asked: ModelChoice, bundled: readonly BundledModel[]): string | undefined {
  switch (asked.kind) {
    case 'default':
      return bundled[0]?.id;
    case 'bundled':
      return asked.id;
    case 'files':
      return asked.sha256;
    // a model of another host comes without a card
    case 'remote':
      return undefined;
  }
}
