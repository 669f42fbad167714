import type { RemoteModel } from '../checkpoint/sources/index.ts';
import type { ModelSource, NamedBlob } from '../protocol/model.ts';
import type { NamedModel } from './state.ts';

/** What of a model asked for is at hand: a person's files, or what another host has of it. */
export interface AtHand {
  readonly files: readonly NamedBlob[] | undefined;
  readonly remote: RemoteModel | undefined;
}

/** Where a model that is asked for comes from; undefined while its files are awaited. */
export function sourceOf(choice: NamedModel, { files, remote }: AtHand): ModelSource | undefined {
  if (choice.kind === 'bundled') return { kind: 'bundled', id: choice.id };
  if (choice.kind === 'remote') return remote && { kind: 'remote', model: remote };
  return files && { kind: 'files', name: choice.name, files };
}
