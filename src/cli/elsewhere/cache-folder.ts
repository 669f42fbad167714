import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { keyOf, type RemoteModel } from '../../checkpoint/sources/index.ts';

/** Where models of other hosts are kept unless the person names another folder. */
export function defaultCache(): string {
  const { XDG_CACHE_HOME: caches } = process.env;
  return join(caches !== undefined && caches !== '' ? caches : join(homedir(), '.cache'), 'tailscope');
}

/**
 * The folder of one model with one of its weights: what people call it, and a hash of what it is, so that
 * neither two revisions nor two hosts ever share one.
 */
export function folderOf(cache: string, model: Pick<RemoteModel, 'place' | 'weights'>): string {
  const key = keyOf(model);
  const name = key
    .replace(/^https?:\/\//, '')
    .replaceAll(/[^\w.-]+/g, '_')
    .slice(0, 100);
  return join(cache, `${name}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`);
}
