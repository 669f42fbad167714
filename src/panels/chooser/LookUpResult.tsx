import type { ReactNode } from 'react';
import type { Reference } from '../../checkpoint/sources/index.ts';
import type { TailscopeError } from '../../core/error.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FoundModel } from './FoundModel.tsx';
import styles from './models.module.css';

const words = strings.chooser;

/** What became of looking a model up: under way, what was found, or why nothing was. */
export function LookUpResult(): ReactNode {
  const lookup = useApp((state) => state.lookup);
  switch (lookup.kind) {
    case 'none':
      return null;
    case 'looking':
      return (
        <p role="status" className={styles['status']}>
          {words.looking(saidName(lookup.reference))}
        </p>
      );
    case 'failed':
      return <Failure error={lookup.error} again={lookup.reference !== undefined} />;
    case 'found':
      return <FoundModel key={JSON.stringify(lookup.reference)} found={lookup.found} />;
  }
}

function saidName(reference: Reference): string {
  return reference.kind === 'hub' ? reference.id : reference.folder;
}

function Failure({ error, again }: { readonly error: TailscopeError; readonly again: boolean }): ReactNode {
  const { remote } = useAppHandle();
  return (
    <div role="alert" className={styles['failure']}>
      <p>
        <strong>{error.sentence}</strong> {error.remedy}
      </p>
      {again && <Button onClick={remote.lookAgain}>{words.lookAgain}</Button>}
    </div>
  );
}
