import type { ReactNode } from 'react';
import { hostOf, keyOf, nameOf } from '../../checkpoint/sources/index.ts';
import type { TailscopeError } from '../../core/error.ts';
import { selectAwaited, selectLinkedFound } from '../../store/remote/linked.ts';
import type { RemoteName } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import notices from '../shell/Notices.module.css';
import { bytesText } from '../../core/bytes-text.ts';
import styles from './models.module.css';

const words = strings.chooser;

/** Asks before it fetches the model that a link names. */
export function LinkedModel(): ReactNode {
  const awaited = useApp(selectAwaited);
  const listed = useApp((state) => state.stored !== undefined);
  const downloading = useApp(
    ({ download }) =>
      awaited !== undefined && download !== undefined && keyOf(download.model) === keyOf(awaited),
  );
  // what is stored is loaded without a question, and a download shows itself
  return awaited && listed && !downloading ? <Question awaited={awaited} /> : null;
}

function Question({ awaited }: { readonly awaited: RemoteName }): ReactNode {
  const { remote } = useAppHandle();
  const { chooseBundled } = useActions();
  const lookup = useApp((state) => state.lookup);
  const found = useApp(selectLinkedFound);
  const first = useApp((state) => state.bundled[0]);
  const error = lookup.kind === 'failed' ? lookup.error : undefined;
  const looking = lookup.kind === 'looking';
  const bytes = found ? found.bytes : awaited.bytes;
  const size = bytes === undefined ? undefined : bytesText(bytes);
  return (
    <div role="alert" className={notices[error ? 'alert' : 'status']}>
      <div className={styles['question']}>
        <p>{saying(awaited, error, size, found !== undefined)}</p>
        <div className={styles['row']}>
          <Button look="strong" disabled={looking} onClick={remote.fetchLinked}>
            {looking ? words.looking(nameOf(awaited.place)) : buttonText(error, size)}
          </Button>
          {first && (
            <Button
              onClick={() => {
                chooseBundled(first.id);
              }}
            >
              {strings.shell.model.backToBundled(first.name)}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function saying(
  { place }: RemoteName,
  error: TailscopeError | undefined,
  size: string | undefined,
  found: boolean,
): string {
  const linked = words.linked(nameOf(place), hostOf(place));
  if (error) return `${linked} ${error.sentence} ${error.remedy}`;
  if (found) return `${linked} ${words.linkedOther(size ?? words.unknownSize)}`;
  return [linked, size === undefined ? '' : words.linkedSize(size), words.linkedNothing]
    .filter(Boolean)
    .join(' ');
}

function buttonText(error: TailscopeError | undefined, size: string | undefined): string {
  if (error) return words.lookAgain;
  return size === undefined ? words.downloadUnknown : words.download(size);
}
