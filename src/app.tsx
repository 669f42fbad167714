import type { ReactNode } from 'react';
import { CutBar } from './panels/cut/CutBar.tsx';
import { ExploreView } from './panels/explore/ExploreView.tsx';
import { ModelsDialog } from './panels/models/ModelsDialog.tsx';
import { DropZone } from './panels/shell/DropZone.tsx';
import { Header } from './panels/shell/Header.tsx';
import { Notices } from './panels/shell/Notices.tsx';
import { PageFault } from './panels/shell/PageFault.tsx';
import { AppProvider, type App } from './store/use-app.ts';

/** The whole page. */
export function Page({ app }: { readonly app: App }): ReactNode {
  return (
    <AppProvider value={app}>
      <PageFault>
        <Header />
        <CutBar />
        <PageFault>
          <ExploreView />
        </PageFault>
        <Notices />
        <DropZone />
        <ModelsDialog />
      </PageFault>
    </AppProvider>
  );
}
