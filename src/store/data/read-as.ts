import type { DataFiles, DataId, Examples } from './experiment-data.ts';
import { READERS, type PlacedText } from './read-data.ts';

/** Data of one experiment that were read, and where they go. */
export interface ReadAs {
  readonly name: string;
  readonly used: readonly PlacedText[];
  readonly give: (files: DataFiles, file: { readonly name: string; readonly sha256: string }) => DataFiles;
  readonly giveExample: (examples: Examples) => Examples;
}

/**
 * Reads files as the data of an experiment.
 * @param pause awaited between two of many files
 * @throws TailscopeError, which names line and column where a format is not kept
 */
export async function readAs(
  id: DataId,
  files: readonly PlacedText[],
  pause: () => Promise<void>,
): Promise<ReadAs> {
  const { name, data, used, table, places } = await READERS[id](files, pause);
  return {
    name,
    used,
    give: (all, file) => ({ ...all, [id]: { ...file, data, ...(table && { table }), ...places } }),
    giveExample: (examples) => ({ ...examples, [id]: data }),
  };
}
