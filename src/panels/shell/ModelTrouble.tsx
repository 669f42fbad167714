import type { ReactNode } from 'react';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FilePicker } from './FilePicker.tsx';
import styles from './Notices.module.css';
import own from './ModelTrouble.module.css';

/** Says why there is no model, or which files a link waits for, and what can be done about it. */
export function ModelTrouble(): ReactNode {
  const model = useApp((state) => state.model);
  const asked = useApp((state) => state.modelAsked);
  const files = useApp((state) => state.modelFiles);
  const bundled = useApp((state) => state.bundled);
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

  if (asked.kind === 'files' && !files) {
    return (
      <div role="alert" className={styles['status']}>
        <span>{words.askModel(asked.name)}</span>
        <span className={own['choices']}>
          <FilePicker label={words.model.openFolder} folder />
          {back}
        </span>
      </div>
    );
  }
  if (model.kind !== 'failed') return null;
  return (
    <div role="alert" className={styles['alert']}>
      <span>
        {model.error.sentence} {model.error.remedy}
      </span>
      <span className={own['choices']}>
        <Button onClick={retryModel}>{words.tryAgain}</Button>
        {asked.kind !== 'default' && back}
      </span>
    </div>
  );
}
