import type { ReactNode } from 'react';
import type { Source } from '../../paper/claims.ts';
import { useActions } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { dimNames } from '../explore/tail-titles.ts';
import { runsFor, tailsToCut } from './sources.ts';
import type { ShownFindings } from './use-findings.ts';

const words = strings.paper;

/** The way to measure a claim about a cut while nothing is cut: both at one press. */
export function CutPart({
  source,
  shown,
}: {
  readonly source: Source;
  readonly shown: ShownFindings;
}): ReactNode {
  const { cutAll, runForPaper } = useActions();
  const tails = tailsToCut(shown.findings);
  if (tails.length === 0) return null;
  return (
    <Button
      onClick={() => {
        cutAll(tails);
        runForPaper(runsFor(source));
      }}
    >
      {words.cutAndRun(dimNames(tails))}
    </Button>
  );
}
