import type { ReactNode } from 'react';
import { nameOf } from '../../checkpoint/sources/index.ts';
import type { DownloadProgress } from '../../protocol/sources.ts';
import type { Download } from '../../store/state.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { timeLeftText } from '../../core/time-left.ts';
import { bytesText } from '../../core/bytes-text.ts';
import styles from './models.module.css';

const words = strings.chooser;

/** The download under way or stopped: how far it came, how fast, and its buttons. */
export function DownloadBox(): ReactNode {
  const download = useApp((state) => state.download);
  const { remote } = useAppHandle();
  if (!download) return null;
  const { stopped, progress } = download;
  const title = titleOf(download);
  const total = progress?.total;
  return (
    <section className={styles['download']} aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <progress
        className={styles['bar']}
        aria-label={title}
        // without a value it says that it does not know
        {...(total !== undefined && { max: total, value: progress?.loaded ?? 0 })}
      />
      <p className={styles['numbers']}>{numbersOf(progress, stopped === false)}</p>
      {progress && progress.kept !== 'stored' && (
        <p className={styles['hint']}>{words.inMemory[progress.kept]}</p>
      )}
      {typeof stopped === 'object' && (
        <p role="alert" className={styles['wrong']}>
          {stopped.sentence} {stopped.remedy}
        </p>
      )}
      <div className={styles['row']}>
        {stopped === false ? (
          <Button onClick={remote.pause}>{words.pause}</Button>
        ) : (
          <Button look="strong" onClick={remote.resume}>
            {words.resume}
          </Button>
        )}
        <Button onClick={remote.cancel}>{words.cancel}</Button>
      </div>
    </section>
  );
}

function titleOf({ model, stopped }: Download): string {
  const name = nameOf(model.place);
  if (stopped === false) return words.downloading(name);
  return stopped === 'paused' ? words.paused(name) : words.stopped(name);
}

/** "120 of 436 MB · 5.2 MB/s · 1 min left", or what keeps it. */
function numbersOf(progress: DownloadProgress | undefined, running: boolean): string {
  if (!progress) return '';
  const { loaded, total, rate, left, doing, again } = progress;
  const amount = total === undefined ? bytesText(loaded) : words.of(bytesText(loaded), bytesText(total));
  if (!running) return amount;
  if (doing === 'queued') return words.queued;
  if (doing === 'checking') return `${amount} · ${words.checking}`;
  if (doing === 'waiting') return `${amount} · ${words.waiting(again ?? 0)}`;
  return [
    amount,
    ...(rate === undefined ? [] : [words.rate(bytesText(rate))]),
    ...(left === undefined ? [] : [timeLeftText(left)]),
  ].join(' · ');
}
