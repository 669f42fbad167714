import { useState, type ReactNode } from 'react';
import { strings } from '../../../strings/index.ts';
import { Segmented } from '../../../ui/segmented/Segmented.tsx';
import styles from '../compare.module.css';
import type { Compared } from '../use-compared.ts';
import own from './details.module.css';
import { SenseList, WicList } from './SenseLists.tsx';
import { StsList, WordsList } from './LikenessLists.tsx';
import type { ListedKind } from './side-items.ts';

const words = strings.compareDetails.tasks.items;
const LISTS = { wic: WicList, wsd: SenseList, sts: StsList, words: WordsList } as const satisfies Record<
  ListedKind,
  (props: { readonly compared: Compared }) => ReactNode
>;
const KINDS: readonly ListedKind[] = ['wic', 'wsd', 'sts', 'words'];

/** The pairs and items that the figures are made of, one by one, as either side tells them. */
export function ItemsCompare({ compared }: { readonly compared: Compared }): ReactNode {
  const [kind, setKind] = useState<ListedKind>('wic');
  const List = LISTS[kind];
  return (
    <section className={styles['column']} aria-label={words.choose}>
      <div className={own['head']}>
        <Segmented<ListedKind>
          label={words.choose}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, text: words.kinds[value] }))}
        />
      </div>
      <List key={kind} compared={compared} />
    </section>
  );
}
