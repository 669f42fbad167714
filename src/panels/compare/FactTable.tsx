import type { ReactNode } from 'react';
import { decimal } from '../../charts/scale/format.ts';
import type { ModelCard } from '../../checkpoint/index.ts';
import type { State } from '../../store/state.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { layerRuns } from '../explore/words.ts';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';
import type { Compared } from './use-compared.ts';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView.facts;

/** What the two sides are: how well they guess, whether they know positions, and which tails they have. */
export function FactTable({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b, names } = compared;
  const one = useApp((state) => cardOf(state, a));
  const other = useApp((state) => cardOf(state, b));
  const [first, second] = [one?.perplexity?.heldOut, other?.perplexity?.heldOut];
  const rows: readonly (readonly [string, string, string])[] = [
    [words.perplexity, perplexity(one), perplexity(other)],
    [words.embeddings, embeddings(a), embeddings(b)],
    [words.tails, tailsText(a), tailsText(b)],
  ];
  const title =
    a.side.model !== b.side.model && first !== undefined && second !== undefined
      ? words.perplexityTitle({
          a: names.nameA,
          b: names.nameB,
          one: decimal(first, 1),
          other: decimal(second, 1),
        })
      : words.title;
  return (
    <div className={styles['column']}>
      <h3 className={lab['small']}>{title}</h3>
      <table className={styles['facts']}>
        <thead>
          <tr>
            <th scope="col">
              <span className={lab['spoken']}>{words.title}</span>
            </th>
            <th scope="col">{`A: ${names.nameA}`}</th>
            <th scope="col">{`B: ${names.nameB}`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, ofA, ofB]) => (
            <tr key={what}>
              <th scope="row">
                <WithTerms text={what} terms={['perplexity', 'heldOut', 'positionEmbeddings', 'tail']} />
              </th>
              <td>{ofA}</td>
              <td>{ofB}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The card of a side's model, where it is one of the page's own. */
function cardOf({ cards }: State, { model }: ComparedSide): ModelCard | undefined {
  const found = model && cards.get(model.id);
  return found?.kind === 'ready' ? found.card : undefined;
}

function perplexity(card: ModelCard | undefined): string {
  const { heldOut, low, high } = card?.perplexity ?? {};
  if (heldOut === undefined) return words.noCard;
  const value = decimal(heldOut, 1);
  return low === undefined || high === undefined
    ? value
    : words.interval(value, decimal(low, 1), decimal(high, 1));
}

function embeddings({ model }: ComparedSide): string {
  if (!model) return '';
  return model.positionEmbeddings ? words.yes : words.no;
}

function tailsText({ portrait, tails }: ComparedSide): string {
  if (!portrait) return '…';
  const found = tails.filter(({ scope }) => scope === 'all');
  if (found.length === 0) return words.none;
  return found.map(({ dim, side, layers }) => words.tail(dim, side, layerRuns(layers))).join('; ');
}
