import { DATA_IDS, type DataFiles, type DataId } from './experiment-data.ts';

/** The data that a link names, with those of them that are at hand already. */
export function keptData(now: DataFiles, link: DataFiles): DataFiles {
  const kept = DATA_IDS.reduce((all, id) => withKept(id, all, now), link);
  const same = DATA_IDS.every((id) => kept[id] === now[id]);
  return same ? now : kept;
}

function withKept(id: DataId, link: DataFiles, now: DataFiles): DataFiles {
  const mine = now[id];
  return mine && mine.sha256 === link[id]?.sha256 ? { ...link, [id]: mine } : link;
}
