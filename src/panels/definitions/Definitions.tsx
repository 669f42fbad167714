import { memo, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import measures from '../../../docs/measures.md?raw';
import type { DefinitionPlace } from '../../ui/term/open-definition.ts';
import { DefinitionBlock } from './DefinitionBlock.tsx';
import styles from './definitions.module.css';
import { placeIn, readDocument } from './read-document.ts';

const SECTIONS = readDocument(measures);

/** Every definition, with the one that was asked for in sight and marked. */
export const Definitions = memo(function DefinitionsView({
  place: { section, at },
}: {
  readonly place: DefinitionPlace;
}): ReactNode {
  const root = useRef<HTMLElement>(null);
  const asked = SECTIONS.find(({ title }) => title === section);
  const marked = useMemo(() => (asked && at !== undefined ? placeIn(asked, at) : undefined), [asked, at]);

  useLayoutEffect(() => {
    const found =
      root.current?.querySelector('[aria-current]') ?? root.current?.querySelector('[data-asked]');
    found?.scrollIntoView({ block: 'start' });
  }, [section, at]);

  return (
    <article ref={root} className={styles['root']}>
      {SECTIONS.map(({ title, blocks }) => (
        <section key={title} data-asked={title === section || undefined} className={styles['section']}>
          <h3>{title}</h3>
          {blocks.map((block, i) => (
            <DefinitionBlock
              key={i}
              block={block}
              marked={title === section && marked?.block === i ? (marked.item ?? 'all') : undefined}
            />
          ))}
        </section>
      ))}
    </article>
  );
});
