import type { ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import type { SubsetScores } from '../../measures/subset-scores.ts';
import { selectStsScores } from '../../store/derive/lab/sts.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from '../lab/lab.module.css';
import { useTrial } from '../lab/use-trial.ts';

const words = strings.sentencesView.subsets;
const TOGETHER = ['all', 'mean', 'weighted'] as const;

/** Of a set with subsets: each one's correlations, and the three ways of putting them together. */
export function SubsetTable(): ReactNode {
  const shown = useTrial('sts');
  const scores = useApp(selectStsScores);
  const layer = shown?.layer ?? 0;
  const before = scores?.before[layer];
  if (!shown || !before || shown.answer.asked.data.length < 2) return null;
  const after = scores.after?.[layer];
  const { starts } = shown.answer.result;
  const cells = (of: (scores: SubsetScores) => { readonly spearman: number; readonly pearson: number }) =>
    [before, after].flatMap((one, i) =>
      one === undefined
        ? []
        : (['spearman', 'pearson'] as const).map((measure) => (
            <td key={`${i}${measure}`} className={i === 1 ? styles['after'] : undefined}>
              {decimal(of(one)[measure], 2)}
            </td>
          )),
    );
  const { columns } = strings.sentencesView.sts;
  return (
    <div className={styles['column']}>
      <div>
        <h3 className={styles['small']}>{words.title}</h3>
        <p className={styles['hint']}>{words.hint}</p>
      </div>
      <ScrollAcross label={words.title}>
        <table className={styles['table']}>
          <caption>{words.caption(strings.explore.inLayer(layer))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.subset}</th>
              <th scope="col">{words.pairs}</th>
              <th scope="col">
                <WithTerms text={columns.spearmanBefore} terms={['spearman']} />
              </th>
              <th scope="col">
                <WithTerms text={columns.pearsonBefore} terms={['pearson']} />
              </th>
              {after && <th scope="col">{columns.spearmanAfter}</th>}
              {after && <th scope="col">{columns.pearsonAfter}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.answer.asked.data.map(({ name }, s) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{count((starts[s + 1] ?? 0) - (starts[s] ?? 0))}</td>
                {cells(({ bySubset }) => bySubset[s] ?? { spearman: NaN, pearson: NaN })}
              </tr>
            ))}
            {TOGETHER.map((way) => (
              <tr key={way}>
                <th scope="row">
                  <b>
                    <WithTerms text={words[way]} terms={['allPairs', 'subsetMean', 'weightedMean']} />
                  </b>
                </th>
                <td>{count(starts.at(-1) ?? 0)}</td>
                {cells(({ spearman, pearson }) => ({ spearman: spearman[way], pearson: pearson[way] }))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </div>
  );
}
