import type { ReactNode } from 'react';
import styles from './definitions.module.css';
import type { Block, Words } from './read-document.ts';

interface DefinitionBlockProps {
  readonly block: Block;
  /** The item or row that was asked for, or all of it. */
  readonly marked: number | 'all' | undefined;
}

/** A paragraph, a list, a formula or a table of the definitions. */
export function DefinitionBlock({ block, marked }: DefinitionBlockProps): ReactNode {
  const current = (of: number | 'all') => (marked === of ? { 'aria-current': 'true' as const } : {});
  switch (block.kind) {
    case 'paragraph':
      return (
        <p {...current('all')}>
          <Inlines words={block.words} />
        </p>
      );
    case 'formula':
      return <pre className={styles['formula']}>{block.text}</pre>;
    case 'list':
      return (
        <ul>
          {block.items.map((words, i) => (
            <li key={i} {...current(i)}>
              <Inlines words={words} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={styles['wide']} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((words, i) => (
                  <th key={i} scope="col">
                    <Inlines words={words} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map(([name = [], ...cells], i) => (
                <tr key={i} {...current(i)}>
                  <th scope="row">
                    <Inlines words={name} />
                  </th>
                  {cells.map((words, c) => (
                    <td key={c}>
                      <Inlines words={words} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

const TAGS = { strong: 'strong', emphasis: 'em', code: 'code' } as const;

function Inlines({ words }: { readonly words: Words }): ReactNode {
  return words.map(({ look, text }, i) => {
    if (look === 'plain') return text;
    const Tag = TAGS[look];
    return <Tag key={i}>{text}</Tag>;
  });
}
