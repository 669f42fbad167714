import { useMemo, type ReactNode } from 'react';
import { CLAIMS, PARTS, type Part } from '../../paper/claims.ts';
import type { Judged } from '../../paper/judged.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import lab from '../lab/lab.module.css';
import { PageFault } from '../shell/PageFault.tsx';
import { ClaimRow } from './ClaimRow.tsx';
import styles from './paper.module.css';
import { PaperHead } from './PaperHead.tsx';
import { useFindings, type ShownFindings } from './use-findings.ts';
import { usePaperLink } from './use-paper-link.ts';

const words = strings.paper;

/** Every claim of the paper, and what comes of it with the model and the data at hand. */
export function PaperView(): ReactNode {
  const shown = useFindings();
  const { findings } = shown;
  const link = usePaperLink();
  const judged = useMemo(() => CLAIMS.map(({ judge }) => judge(findings)), [findings]);
  return (
    <main className={lab['view']}>
      <header className={lab['intro']}>
        <h2 className={lab['title']}>{words.title}</h2>
        <p className={lab['lead']}>
          <WithTerms text={words.lead} terms={['tail', 'anisotropy']} />
        </p>
        <PaperHead judged={judged} shown={shown} />
      </header>
      {PARTS.map((part) => (
        <PageFault key={part}>
          <PartTable part={part} judged={judged} shown={shown} link={link} />
        </PageFault>
      ))}
    </main>
  );
}

function PartTable(props: {
  readonly part: Part;
  readonly judged: readonly Judged[];
  readonly shown: ShownFindings;
  /** To this view, no claim run. */
  readonly link: string | undefined;
}): ReactNode {
  const { part, judged, shown, link } = props;
  const own = CLAIMS.flatMap((claim, i) => {
    const verdict = judged[i];
    return claim.part === part && verdict ? [{ claim, verdict }] : [];
  });
  return (
    <section className={lab['part']} aria-label={words.tableLabel(words.parts[part])}>
      <h3 className={lab['small']}>{words.parts[part]}</h3>
      <table className={styles['claims']}>
        <thead>
          <tr>
            <th scope="col">{words.columns.claim}</th>
            <th scope="col">{words.columns.paper}</th>
            <th scope="col">{words.columns.here}</th>
            <th scope="col">{words.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ claim, verdict }, i) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              judged={verdict}
              shown={shown}
              link={link}
              told={own.slice(0, i).some((before) => before.claim.source === claim.source)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
