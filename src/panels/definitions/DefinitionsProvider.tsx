import { lazy, Suspense, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { OpenDefinition, type DefinitionPlace } from '../../ui/term/open-definition.ts';
import { PageFault } from '../shell/PageFault.tsx';

/** Fetched when a definition is first asked for: it carries the whole of docs/measures.md. */
const Definitions = lazy(async () => ({ default: (await import('./Definitions.tsx')).Definitions }));

const words = strings.definitions;

/** Lets every term of the page open the definitions at its own place. */
export function DefinitionsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, setPlace] = useState<DefinitionPlace>();
  return (
    <OpenDefinition value={setPlace}>
      {children}
      {place && (
        <Dialog
          title={words.title}
          closeLabel={words.close}
          onClose={() => {
            setPlace(undefined);
          }}
        >
          <PageFault>
            <Suspense fallback={<p role="status">{words.loading}</p>}>
              <Definitions place={place} />
            </Suspense>
          </PageFault>
        </Dialog>
      )}
    </OpenDefinition>
  );
}
