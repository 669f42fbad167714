import { TailscopeError } from '../../core/error.ts';
import type { Answer } from './http.ts';
import { hostOf, nameOf, type RemotePlace } from './remote-model.ts';

/**
 * Why a server does not give what was asked of it, as far as its status and the hub's own code say. The
 * hub answers 401 for models that are private and for those that do not exist: nobody may find out which.
 * @param file what was asked for, undefined for the model as a whole
 */
export function refusal(
  answer: Pick<Answer, 'status' | 'headers'>,
  place: RemotePlace,
  file: string | undefined,
): TailscopeError {
  const { status } = answer;
  const host = hostOf(place);
  const model = nameOf(place);
  if (place.kind === 'hub') {
    const code = answer.headers.get('X-Error-Code');
    if (code === 'GatedRepo')
      return TailscopeError.of('hub-gated', { model, page: `${place.hub}/${place.id}` });
    if (code === 'RevisionNotFound')
      return TailscopeError.of('hub-no-revision', { model, revision: place.revision });
    if (code === 'EntryNotFound' && file !== undefined)
      return TailscopeError.of('remote-no-file', { model, file, host });
    if (code === 'RepoNotFound' || status === 401 || (status === 404 && file === undefined))
      return TailscopeError.of('hub-unknown', { model, host });
  }
  if (status === 404 || status === 410)
    return TailscopeError.of('remote-no-file', { model, file: file ?? '', host });
  if (status === 401 || status === 403) return TailscopeError.of('remote-refused', { model, host, status });
  if (status === 429) return TailscopeError.of('remote-busy', { host });
  return TailscopeError.of('remote-status', { file: file ?? model, host, status });
}
