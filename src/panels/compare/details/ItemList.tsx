import { useState, type ReactNode } from 'react';
import { count } from '../../../charts/scale/format.ts';
import { strings } from '../../../strings/index.ts';
import { ShowAll } from '../../../ui/button/ShowAll.tsx';
import type { Terms } from '../../../ui/term/Term.tsx';
import { WithTerms } from '../../../ui/term/WithTerms.tsx';
import lab from '../../lab/lab.module.css';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import type { ComparedItem, Told } from './compared-items.ts';
import own from './details.module.css';
import type { ItemsOfBoth } from './use-items.ts';

const { named, tasks } = strings.compareDetails;
const words = tasks.items;
/** Items shown before more are asked for, and at most. */
const FEW = 8;
const MOST = 400;

export interface ItemListProps {
  readonly of: ItemsOfBoth;
  readonly compared: Compared;
  readonly title: (items: readonly ComparedItem[]) => string;
  readonly hint: string;
  readonly terms: Terms;
  /** What an item is. */
  readonly name: (item: ComparedItem) => ReactNode;
  /** What a side makes of it. */
  readonly figure: (told: Told) => ReactNode;
  /** The number of the one that is open, by the first side's count. */
  readonly open: number | undefined;
  readonly onOpen: (place: number | undefined) => void;
  /** What an item shows once it is open; without it, it is chosen and does not open. */
  readonly opened?: (item: ComparedItem) => ReactNode;
}

/** Pairs or items that both sides measured, with what either makes of each. */
export function ItemList(props: ItemListProps): ReactNode {
  const { of, compared, title, hint, terms, name, figure, open, onOpen, opened } = props;
  const { sideA, sideB } = strings.compareView.sides;
  const [all, setAll] = useState(false);
  const { items } = of;
  if (!items) return <SideStatus asks={of.asks} />;
  if (items.length === 0) return <p className={lab['hint']}>{words.none}</p>;
  const most = Math.min(MOST, items.length);
  return (
    <>
      <div>
        <h5 className={lab['small']}>{title(items)}</h5>
        <p className={lab['hint']}>
          {named(sideA, compared.names.nameA, '')}
          {named(sideB, compared.names.nameB, '')}
          <WithTerms text={hint} terms={terms} />
        </p>
      </div>
      <ul className={lab['list']}>
        {items.slice(0, all ? most : FEW).map((item) => {
          const isOpen = open === item.place;
          return (
            <li key={item.key}>
              <button
                type="button"
                className={lab['row']}
                {...(opened ? { 'aria-expanded': isOpen } : { 'aria-pressed': isOpen })}
                onClick={() => {
                  onOpen(isOpen ? undefined : item.place);
                }}
              >
                <span>{name(item)}</span>
                <span className={own['told']}>
                  <span>
                    {sideA} {figure(item.a)}
                  </span>
                  <span className={own['other']}>
                    {sideB} {figure(item.b)}
                  </span>
                </span>
              </button>
              {isOpen && opened?.(item)}
            </li>
          );
        })}
      </ul>
      {items.length > FEW && (
        <div>
          <ShowAll all={all} onChange={setAll} more={words.all(count(most))} fewer={words.fewer} />
        </div>
      )}
    </>
  );
}
