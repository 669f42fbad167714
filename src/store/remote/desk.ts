import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import { downloadModels, type Downloading } from './download.ts';
import { followLinked, type Linking } from './linked.ts';
import { lookFor, type Looking } from './look.ts';
import { storedModels, type Storing } from './stored.ts';

/** Everything a person can do about models of other hosts. */
export interface RemoteDesk extends Looking, Downloading, Storing, Linking {}

export function remoteDesk(store: AppStore, caller: Caller): RemoteDesk {
  const storing = storedModels(store, caller);
  const downloading = downloadModels(store, caller, storing.list);
  const linking = followLinked(store, caller, { list: storing.list, download: downloading.download });
  return { ...lookFor(store, caller), ...storing, ...downloading, ...linking };
}
