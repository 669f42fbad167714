import type { ReactNode } from 'react';
import type { Claim, ClaimId } from '../../paper/claims.ts';
import type { Judged } from '../../paper/judged.ts';
import { useActions } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { TermName } from '../../ui/term/Term.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from './paper.module.css';
import { CutPart } from './CutPart.tsx';
import { MeasuredOn } from './MeasuredOn.tsx';
import { RunPart } from './RunPart.tsx';
import { VIEW_OF, runsFor } from './sources.ts';
import type { ShownFindings } from './use-findings.ts';
import { linkWith } from './use-paper-link.ts';

const words = strings.paper;
/** What a first-time reader may ask of a claim, a rule or a figure. */
export const TERMS: readonly TermName[] = [
  'extremeShare',
  'rank',
  'sd',
  'tail',
  'vector',
  'dimension',
  'layer',
  'positionEmbeddings',
  'layerNorm',
  'probe',
  'probeContribution',
  'perplexity',
  'anisotropy',
  'adjusted',
  'selfSimilarity',
  'accuracy',
  'bestCell',
  'roc',
  'spearman',
  'allPairs',
  'nearest',
  'macro',
  'f1',
  'distance',
  'logistic',
  'center',
  'standardize',
  'topComponents',
  'whiten',
  'cosine',
];

/** Claims about how alike any two tokens' vectors point. */
const OF_COSINES: readonly ClaimId[] = ['anisotropy', 'isotropic'];

interface ClaimRowProps {
  readonly claim: Claim & { readonly id: ClaimId };
  readonly judged: Judged;
  readonly shown: ShownFindings;
  /** To this view, no claim run; undefined until it is made. */
  readonly link: string | undefined;
  /** Whether an earlier row shows how far the same run is. */
  readonly told: boolean;
}

/** One claim: what the paper says, what comes of it here, when the two agree, and where others found otherwise. */
export function ClaimRow({ claim, judged, shown, link, told }: ClaimRowProps): ReactNode {
  const { openView } = useActions();
  const { id, source } = claim;
  const { claim: said, paper, rule, elsewhere } = words.claims[id];
  const view = VIEW_OF[source];
  return (
    <tr className={styles['row']} data-verdict={judged.verdict}>
      <th scope="row" className={styles['claim']}>
        <WithTerms text={said} terms={TERMS} />
        <span className={styles['rule']}>
          <i>{words.ruleName}</i> <WithTerms text={lowerFirst(rule)} terms={TERMS} />
        </span>
      </th>
      <td data-label={words.columns.paper}>
        <WithTerms text={paper} terms={TERMS} />
      </td>
      <td data-label={words.columns.here} className={styles['here']}>
        {'said' in judged && (
          <p>
            <WithTerms text={judged.said} terms={TERMS} />
          </p>
        )}
        {'said' in judged && judged.verdict !== 'no-question' && (
          <MeasuredOn
            source={source}
            probe={shown.probe.answer}
            pairs={OF_COSINES.some((one) => one === id) ? shown.pairs : undefined}
          />
        )}
        {judged.verdict === 'not-run' && <RunPart source={source} shown={shown} told={told} />}
        {judged.verdict === 'uncut' && <CutPart source={source} shown={shown} />}
        <div className={styles['further']}>
          <Button
            look="quiet"
            onClick={() => {
              openView(view);
            }}
          >
            {words.see(strings.shell.views[view])}
          </Button>
          {link !== undefined && (
            <a href={linkWith(link, runsFor(source))} aria-label={words.linkTo(said)}>
              {words.link}
            </a>
          )}
        </div>
        {elsewhere !== undefined && (
          <p className={styles['elsewhere']}>
            <i>{words.elsewhereName}</i> <WithTerms text={elsewhere} terms={TERMS} />
          </p>
        )}
      </td>
      <td data-label={words.columns.verdict}>
        <span className={styles['verdict']}>{words.verdict[judged.verdict]}</span>
      </td>
    </tr>
  );
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
