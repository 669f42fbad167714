import type { ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import type { ModelCard } from '../../checkpoint/index.ts';
import type { OriginsResult } from '../../protocol/experiments/origins.ts';
import type { State } from '../../store/state.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { layerRuns } from '../explore/words.ts';
import { lacksHead } from '../predict/lacks-head.ts';
import { lossText, perplexityText } from '../predict/loss-rows.ts';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';
import type { Compared } from './use-compared.ts';
import { isSmall, whereCut } from './settings.ts';
import { normStandings, positionStandings } from './standings.ts';
import type { ComparedSide } from './use-side.ts';
import { MOST_SENTENCES, useSideFacts, type SideFacts } from './use-side-facts.ts';

const words = strings.compareView.facts;
const WAITING = '…';

/** What the two sides are: how well they guess, whether they know positions, and which tails they have. */
export function FactTable({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b, names } = compared;
  const one = useApp((state) => cardOf(state, a));
  const other = useApp((state) => cardOf(state, b));
  const [first, second] = [one?.perplexity?.heldOut, other?.perplexity?.heldOut];
  const small = [a, b].every(isSmall);
  const when = small ? 'in the background' : 'on demand';
  const factsA = useSideFacts(a, when);
  const factsB = useSideFacts(b, when);
  const rows: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [words.perplexity, perplexity(one), perplexity(other)],
    [
      words.loss(MOST_SENTENCES),
      <Loss key="a" side={a} facts={factsA} />,
      <Loss key="b" side={b} facts={factsB} />,
    ],
    [words.embeddings, embeddings(a), embeddings(b)],
    ...([a, b].some(({ cut }) => cut.length > 0) ? [[words.cut, cutText(a), cutText(b)] as const] : []),
    [words.tails, tailsText(a), tailsText(b)],
    [words.positions, standing(a, factsA, positionStandings), standing(b, factsB, positionStandings)],
    [words.norms, standing(a, factsA, normStandings), standing(b, factsB, normStandings)],
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
      {/* roles as well as elements: on a telephone the rows are grids, which browsers no longer call rows */}
      <table role="table" className={styles['facts']}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span className={lab['spoken']}>{words.title}</span>
            </th>
            <th role="columnheader" scope="col">{`A: ${names.nameA}`}</th>
            <th role="columnheader" scope="col">{`B: ${names.nameB}`}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(([what, ofA, ofB]) => (
            <tr key={what} role="row">
              <th role="rowheader" scope="row">
                <WithTerms
                  text={what}
                  terms={['perplexity', 'heldOut', 'loss', 'positionEmbeddings', 'tail', 'layerNorm']}
                />
              </th>
              <td role="cell">{ofA}</td>
              <td role="cell">{ofB}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How well a side guesses hidden words, with what is cut of it cut. */
function Loss({ side, facts }: { readonly side: ComparedSide; readonly facts: SideFacts }): ReactNode {
  const { answer, running, failure, ask } = facts.loss;
  if (side.side.remedy) return words.noLoss;
  if (failure) return lacksHead(failure) ? words.noHead : failure.sentence;
  if (answer) {
    const where = whereCut(side.side);
    const loss = where === 'none' ? answer.whole : answer[where];
    return words.lossValue(lossText(loss), perplexityText(loss), count(answer.hidden));
  }
  if (running || !side.setting || isSmall(side)) return WAITING;
  return (
    <Button look="quiet" onClick={ask}>
      {words.measureLoss}
    </Button>
  );
}

/** What the weights say of a side's tails. */
function standing(
  { portrait }: ComparedSide,
  { origins }: SideFacts,
  said: (result: OriginsResult) => string,
): string {
  if (origins.failure) return origins.failure.sentence;
  if (origins.answer) return said(origins.answer);
  return portrait && !origins.running ? words.none : WAITING;
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

const cutText = ({ cut }: ComparedSide): string => (cut.length === 0 ? words.none : cut.join(', '));

function tailsText({ side: asked, portrait, tails }: ComparedSide): string {
  if (asked.remedy?.kind === 'whiten') return words.components;
  if (!portrait) return WAITING;
  const found = tails.filter(({ scope }) => scope === 'all');
  if (found.length === 0) return words.none;
  return found.map(({ dim, side, layers }) => words.tail(dim, side, layerRuns(layers))).join('; ');
}
