import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { FromTo } from '../lab/FromTo.tsx';
import styles from '../lab/lab.module.css';
import type { Confusion } from './sense-items.ts';
import own from './words.module.css';

const words = strings.wordsView.wsd;

/** What stands over such tables: what they are of, and how to read them. */
export function ConfusionHead({ of, heading }: { readonly of: string; readonly heading: 3 | 4 }): ReactNode {
  const Heading = `h${heading}` as const;
  return (
    <div>
      <Heading className={styles['small']}>{of}</Heading>
      <p className={styles['hint']}>
        <WithTerms text={words.confusionHint} terms={['nearest', 'confusion']} />
      </p>
    </div>
  );
}

/** How often items that have each sense are told as each. */
export function ConfusionTable({
  caption,
  confusion,
  shown = false,
}: {
  readonly caption: string;
  readonly confusion: Confusion;
  /** Whether the caption is to be seen, and not only heard. */
  readonly shown?: boolean;
}): ReactNode {
  const { senses, before, after } = confusion;
  return (
    <ScrollAcross label={caption}>
      <table className={own['confusion']}>
        <caption className={shown ? own['caption'] : styles['spoken']}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              {words.had} ↓ {words.told} →
            </th>
            {senses.map((sense) => (
              <th key={sense} scope="col">
                {sense}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {senses.map((sense, row) => (
            <tr key={sense}>
              <th scope="row">{sense}</th>
              {senses.map((told, column) => (
                <td key={told} className={own[row === column ? 'told' : 'confused']}>
                  <FromTo
                    before={String(before[row]?.[column] ?? 0)}
                    after={after && String(after[row]?.[column] ?? 0)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  );
}
