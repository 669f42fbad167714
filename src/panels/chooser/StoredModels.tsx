import type { ReactNode } from 'react';
import { keyOf, nameOf } from '../../checkpoint/sources/index.ts';
import type { StoredModel } from '../../protocol/sources.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { bytesText } from '../../core/bytes-text.ts';
import styles from './models.module.css';

const words = strings.chooser;
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** What the browser's storage holds of models: loaded, gone on with or deleted from here. */
export function StoredModels(): ReactNode {
  const stored = useApp((state) => state.stored);
  if (!stored) return null;
  const bytes = stored.reduce((sum, model) => sum + model.bytes, 0);
  return (
    <section className={styles['stored']} aria-label={words.stored}>
      <h3>{words.stored}</h3>
      <p className={styles['hint']}>
        {stored.length === 0 ? words.nothingStored : words.storedHint(stored.length, bytesText(bytes))}
      </p>
      {stored.length > 0 && (
        <ul className={styles['list']}>
          {stored.map((model) => (
            <StoredEntry key={model.key} stored={model} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StoredEntry({ stored }: { readonly stored: StoredModel }): ReactNode {
  const { remote } = useAppHandle();
  const { chooseModel } = useActions();
  const { model, whole, at, key } = stored;
  const used = useApp(({ modelAsked }) => modelAsked.kind === 'remote' && keyOf(modelAsked) === key);
  const { place, weights } = model;
  const name = nameOf(place);
  const revision = place.kind === 'hub' ? [words.revision(place.revision)] : [];
  return (
    <li className={styles['entry']}>
      <span className={styles['what']}>
        <strong>{name}</strong>
        <br />
        <span className={styles['hint']}>
          {[weights, ...revision, sizeOf(stored), DAY.format(at)].join(' · ')}
        </span>
      </span>
      <span className={styles['row']}>
        {used && whole ? (
          <span className={styles['hint']}>{strings.shell.model.inUse}</span>
        ) : whole ? (
          <Button
            aria-label={words.use(name)}
            onClick={() => {
              remote.use(stored);
              chooseModel(false);
            }}
          >
            {words.useStored}
          </Button>
        ) : (
          <Button
            aria-label={words.resumeIt(name)}
            onClick={() => {
              remote.download(model);
            }}
          >
            {words.resume}
          </Button>
        )}
        <Button
          aria-label={words.deleteIt(name, weights)}
          onClick={() => {
            remote.forget(stored);
          }}
        >
          {words.delete}
        </Button>
      </span>
    </li>
  );
}

function sizeOf({ bytes, total, whole }: StoredModel): string {
  if (whole) return bytesText(bytes);
  return total === undefined
    ? words.storedPartUnknown(bytesText(bytes))
    : words.storedPart(bytesText(bytes), bytesText(total));
}
