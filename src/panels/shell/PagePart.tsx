import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { inTurn } from '../../store/in-turn.ts';
import { AppProvider, useAppHandle } from '../../store/use-app.ts';
import { PageFault } from './PageFault.tsx';

/** A part of the page that fails alone, and that draws a new result in a task of its own. */
export function PagePart({ children }: { readonly children: ReactNode }): ReactNode {
  const page = useAppHandle();
  const [{ store, follow }] = useState(() => inTurn(page.store));
  useEffect(follow, [follow]);
  const app = useMemo(() => ({ ...page, store }), [page, store]);
  return (
    <PageFault>
      <AppProvider value={app}>{children}</AppProvider>
    </PageFault>
  );
}
