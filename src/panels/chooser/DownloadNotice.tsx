import type { ReactNode } from 'react';
import { useApp } from '../../store/use-app.ts';
import notices from '../shell/Notices.module.css';
import { DownloadBox } from './DownloadBox.tsx';

/** Keeps a download in sight while its chooser is closed. */
export function DownloadNotice(): ReactNode {
  const shown = useApp(({ download, choosing }) => download !== undefined && !choosing);
  return shown ? (
    <div className={notices['status']}>
      <DownloadBox />
    </div>
  ) : null;
}
