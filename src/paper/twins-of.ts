import type { Twin, TwinFindings } from './findings.ts';

/** What of a model's card is compared. */
interface CardFacts {
  readonly positionEmbeddings: boolean | undefined;
  readonly perplexity: { readonly heldOut?: number | undefined } | undefined;
  readonly tails: readonly { readonly dim: number; readonly scope: 'all' | 'special' }[];
}

/** The first model with position embeddings and the first without; undefined unless there are both. */
export function twinsOf(
  cards: readonly { readonly name: string; readonly card: CardFacts }[],
): TwinFindings | undefined {
  const twin = (positions: boolean): Twin | undefined => {
    const found = cards.find(({ card }) => (card.positionEmbeddings ?? true) === positions);
    return (
      found && {
        name: found.name,
        perplexity: found.card.perplexity?.heldOut,
        tails: found.card.tails.filter(({ scope }) => scope === 'all').map(({ dim }) => dim),
      }
    );
  };
  const [own, other] = [twin(true), twin(false)];
  return own && other && { with: own, without: other };
}
