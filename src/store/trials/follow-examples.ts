import { TailscopeError } from '../../core/error.ts';
import { DATA_IDS, type DataId } from '../data/experiment-data.ts';
import { EXAMPLE_FILES } from '../data/example-files.ts';
import type { AppStore } from '../store.ts';
import { isMeasured } from './wanted-trial.ts';

/** Fetches the example data of what the view that is open measures, where a person has given none; again when it is opened again after a failure. */
export function followExamples(
  store: AppStore,
  fetchExample: (path: string) => Promise<string | undefined>,
): void {
  const asked = new Set<DataId>();
  const failed = new Set<DataId>();

  const fetch = async (id: DataId): Promise<void> => {
    try {
      const files = await Promise.all(
        EXAMPLE_FILES[id].map(async (path) => {
          const text = await fetchExample(path);
          const name = path.split('/').at(-1) ?? path;
          if (text === undefined) throw TailscopeError.of('no-example', { name });
          return { path, name, text };
        }),
      );
      const { readAs } = await import('../data/read-as.ts');
      const { giveExample } = await readAs(id, files, () => Promise.resolve());
      store.setState({ examples: giveExample(store.getState().examples) });
    } catch (error) {
      failed.add(id);
      store.actions.notify('alert', TailscopeError.from(error).message, 'file');
    }
  };

  let open: string | undefined;
  const follow = (): void => {
    const state = store.getState();
    const { view, dataFiles, examples } = state;
    if (view !== open) {
      open = view;
      for (const id of failed) asked.delete(id);
      failed.clear();
    }
    const due = DATA_IDS.filter(
      (id) =>
        // both sides of a comparison are measured on everything
        (isMeasured(id, state) || view === 'compare') && !dataFiles[id] && !examples[id] && !asked.has(id),
    );
    for (const id of due) asked.add(id);
    for (const id of due) void fetch(id);
  };
  store.subscribe(follow);
  follow();
}
