import type { RemoteModel } from '../checkpoint/sources/index.ts';
import { fetchFile } from './fetch-file.ts';
import type { FetchHost } from './host.ts';
import type { Keeper } from './keeper.ts';
import { bytesThere, isWhole } from './manifest.ts';
import type { ProgressReport } from './progress.ts';

/**
 * Fetches what is missing of a model's files, one after another, the small ones first: what is wrong with
 * a model shows in them.
 * @returns the model, with the size and the hash of every file as they came
 * @throws TailscopeError as `fetchFile` has it; what has come is kept
 */
export async function fetchModel(
  keeper: Keeper,
  host: FetchHost,
  report: ProgressReport,
  signal: AbortSignal,
): Promise<RemoteModel> {
  const { model, records } = keeper.manifest;
  const sizes = records.map((record, i) => model.files[i]?.size ?? record.size);
  const there = records.map(bytesThere);
  const sum = (values: readonly (number | undefined)[]): number | undefined =>
    values.reduce<number | undefined>(
      (total, value) => (total === undefined || value === undefined ? undefined : total + value),
      0,
    );
  const loaded = (): number => sum(there) ?? 0;
  const total = (): number | undefined => sum(sizes);
  if (!records.every(isWhole)) await keeper.begin();
  const order = model.files.map((_, i) => i).sort((a, b) => (sizes[a] ?? Infinity) - (sizes[b] ?? Infinity));
  for (const index of order) {
    const file = model.files[index];
    const record = records[index];
    if (!file || !record || isWhole(record)) continue;
    await fetchFile({
      file,
      place: model.place,
      keeper: keeper.file(index),
      host,
      signal,
      events: {
        loaded: (bytes, doing) => {
          there[index] = bytes;
          sizes[index] ??= record.size;
          report.loaded(loaded(), total(), doing);
        },
        waiting: (seconds) => {
          report.waiting(loaded(), total(), seconds);
        },
      },
    });
    sizes[index] = there[index] = record.size ?? 0;
  }
  return {
    ...model,
    files: model.files.map((file, i) => ({ ...file, size: records[i]?.size, sha256: records[i]?.sha256 })),
  };
}
