import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { differs, factGroups, type Fact, type FactSource } from './facts.ts';
import styles from './FactsTable.module.css';

const words = strings.models.card;

/** The cards beside each other, fact by fact; what was made differently is marked. */
export function FactsTable({ sources }: { readonly sources: readonly FactSource[] }): ReactNode {
  const groups = factGroups(sources);
  const several = sources.length > 1;
  const marked = several && groups.some(({ compared, facts }) => compared && facts.some(differs));
  return (
    <>
      {marked && (
        <p className={styles['legend']}>
          <Mark /> {words.legend}
        </p>
      )}
      <ScrollAcross label={words.caption}>
        <table className={styles['table']}>
          <caption className={styles['spoken']}>{words.caption}</caption>
          <colgroup>
            <col className={styles['names']} />
            <col span={sources.length} />
          </colgroup>
          <thead className={several ? undefined : styles['spoken']}>
            <tr>
              <th scope="col">
                <span className={styles['spoken']}>{words.fact}</span>
              </th>
              {sources.map(({ record }) => (
                <th key={record.key} scope="col">
                  {record.name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ name, compared, facts }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={1 + sources.length} className={styles['group']}>
                  {name}
                </th>
              </tr>
              {facts.map((fact) => (
                <FactRow key={fact.name} fact={fact} marked={several && compared && differs(fact)} />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollAcross>
    </>
  );
}

function FactRow({ fact, marked }: { readonly fact: Fact; readonly marked: boolean }): ReactNode {
  return (
    <tr data-differs={marked}>
      <th scope="row">
        {marked && <Mark />}
        <WithTerms
          text={fact.name}
          terms={['positionEmbeddings', 'heldOut', 'optimizer', 'perplexity', 'token']}
        />
      </th>
      {/* what all cards say alike is said once, so that the eye finds what they do not */}
      {(differs(fact) ? fact.values : fact.values.slice(0, 1)).map((lines, i) => (
        <td key={i} colSpan={differs(fact) ? 1 : fact.values.length}>
          {lines.length === 0 ? (
            <span className={styles['unsaid']}>{words.unsaid}</span>
          ) : (
            lines.map((line, k) => <p key={k}>{line}</p>)
          )}
        </td>
      ))}
    </tr>
  );
}

function Mark(): ReactNode {
  return (
    <span className={styles['mark']} role="img" aria-label={words.differs}>
      ≠
    </span>
  );
}
