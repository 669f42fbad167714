import { useEffect, type ReactNode } from 'react';
import { keyOf } from '../../checkpoint/sources/index.ts';
import type { State } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { DownloadBox } from './DownloadBox.tsx';
import { LookUpForm } from './LookUpForm.tsx';
import { LookUpResult } from './LookUpResult.tsx';
import { StoredModels } from './StoredModels.tsx';

/** The chooser of models that lie elsewhere: looked up, peeked into, downloaded, stored. */
export function ModelsDialog(): ReactNode {
  const open = useApp((state) => state.choosing);
  return open ? <OpenDialog /> : null;
}

function OpenDialog(): ReactNode {
  const { chooseModel } = useActions();
  const { remote } = useAppHandle();
  const another = useApp(downloadsAnother);
  const words = strings.chooser;

  useEffect(() => {
    void remote.list();
  }, [remote]);

  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      onClose={() => {
        chooseModel(false);
      }}
    >
      {another && <DownloadBox />}
      <LookUpForm />
      <LookUpResult />
      <StoredModels />
    </Dialog>
  );
}

/** Whether something else is downloaded than what was looked up: that shows it in its own place. */
function downloadsAnother({ download, lookup }: State): boolean {
  if (!download) return false;
  if (lookup.kind !== 'found') return true;
  const { place, choices } = lookup.found;
  const key = keyOf(download.model);
  return !choices.some(({ weights }) => keyOf({ place, weights }) === key);
}
