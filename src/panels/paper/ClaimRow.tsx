import type { ReactNode } from 'react';
import type { Claim, ClaimId } from '../../paper/claims.ts';
import type { Judged } from '../../paper/judged.ts';
import { useActions } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { TermName } from '../../ui/term/Term.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from './paper.module.css';
import { MeasuredOn } from './MeasuredOn.tsx';
import { RunPart } from './RunPart.tsx';
import { VIEW_OF } from './sources.ts';
import type { ShownFindings } from './use-findings.ts';

const words = strings.paper;
/** What a first-time reader may ask of a claim, a rule or a figure. */
const TERMS: readonly TermName[] = [
  'tail',
  'vector',
  'dimension',
  'layer',
  'anisotropy',
  'selfSimilarity',
  'perplexity',
  'positionEmbeddings',
  'layerNorm',
  'cosine',
  'f1',
  'sd',
  'logistic',
];

/** Claims about how alike any two tokens' vectors point. */
const OF_COSINES: readonly ClaimId[] = ['anisotropy', 'isotropic'];

interface ClaimRowProps {
  readonly claim: Claim & { readonly id: ClaimId };
  readonly judged: Judged;
  readonly shown: ShownFindings;
  /** Whether an earlier row shows how far the same run is. */
  readonly told: boolean;
}

/** One claim: what the paper says, what comes of it here, when the two agree, and where others found otherwise. */
export function ClaimRow({ claim, judged, shown, told }: ClaimRowProps): ReactNode {
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
      <td data-label={words.columns.paper}>{paper}</td>
      <td data-label={words.columns.here} className={styles['here']}>
        {'said' in judged && (
          <p>
            {judged.said}{' '}
            {judged.verdict !== 'no-question' && (
              <MeasuredOn
                source={source}
                probe={shown.probe.answer}
                pairs={OF_COSINES.some((one) => one === id) ? shown.pairs : undefined}
              />
            )}
          </p>
        )}
        {judged.verdict === 'not-run' && <RunPart source={source} shown={shown} told={told} />}
        <Button
          look="quiet"
          onClick={() => {
            openView(view);
          }}
        >
          {words.see(strings.shell.views[view])}
        </Button>
        {elsewhere !== undefined && (
          <p className={styles['elsewhere']}>
            <i>{words.elsewhereName}</i> {elsewhere}
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
