import type { ReactNode } from 'react';
import { ModelsDialog } from './panels/chooser/ModelsDialog.tsx';
import { DefinitionsProvider } from './panels/definitions/DefinitionsProvider.tsx';
import { DropZone } from './panels/shell/DropZone.tsx';
import { Header } from './panels/shell/Header.tsx';
import { Notices } from './panels/shell/Notices.tsx';
import { PageFault } from './panels/shell/PageFault.tsx';
import { ViewHost } from './panels/shell/ViewHost.tsx';
import { AppProvider, type App } from './store/use-app.ts';

/** The whole page. */
export function Page({ app }: { readonly app: App }): ReactNode {
  return (
    <AppProvider value={app}>
      <PageFault>
        <DefinitionsProvider>
          <Header />
          <ViewHost />
          <Notices />
          <DropZone />
          <ModelsDialog />
        </DefinitionsProvider>
      </PageFault>
    </AppProvider>
  );
}
