import { useState, type ReactNode } from 'react';
import { selectModelFiles } from '../../store/model.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FilePicker } from './FilePicker.tsx';
import { CloseNotice } from './CloseNotice.tsx';
import own from './ModelTrouble.module.css';
import styles from './Notices.module.css';

/** Says why there is no model, or which files a link waits for, and what can be done about it. */
export function ModelTrouble(): ReactNode {
  const model = useApp((state) => state.model);
  const asked = useApp((state) => state.modelAsked);
  const files = useApp(selectModelFiles);
  const bundled = useApp((state) => state.bundled);
  const [closed, setClosed] = useState<object>();
  const { retryModel } = useAppHandle();
  const { chooseBundled } = useActions();
  const words = strings.shell;
  const [first] = bundled;
  const back = first && (
    <Button
      onClick={() => {
        chooseBundled(first.id);
      }}
    >
      {words.model.backToBundled(first.name)}
    </Button>
  );

  const awaited = asked.kind === 'files' && !files ? asked : undefined;
  const error = !awaited && model.kind === 'failed' ? model.error : undefined;
  const cause = awaited ?? error;
  if (!cause || cause === closed) return null;
  return (
    <div role="alert" className={styles[awaited ? 'status' : 'alert']}>
      <div className={own['words']}>
        <p>{awaited ? words.askModel(awaited.name) : error && `${error.sentence} ${error.remedy}`}</p>
        <div className={own['choices']}>
          {awaited ? (
            <FilePicker label={words.model.openFolder} folder />
          ) : (
            <Button onClick={retryModel}>{words.tryAgain}</Button>
          )}
          {asked.kind !== 'default' && back}
        </div>
      </div>
      <CloseNotice
        onClose={() => {
          setClosed(cause);
        }}
      />
    </div>
  );
}
