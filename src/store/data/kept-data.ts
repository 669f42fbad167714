import { DATA_IDS, type DataFiles, type DataId } from './experiment-data.ts';
import { inColumn } from './sentences-of.ts';

/** The data that a link names, with those of them that are at hand already. */
export function keptData(now: DataFiles, link: DataFiles): DataFiles {
  const found = DATA_IDS.reduce((all, id) => withKept(id, all, now), link);
  const kept = { ...found, words: keptWords(found, link) };
  const same = DATA_IDS.every((id) => kept[id] === now[id]);
  return same ? now : kept;
}

function withKept(id: DataId, link: DataFiles, now: DataFiles): DataFiles {
  const mine = now[id];
  return mine && mine.sha256 === link[id]?.sha256 ? { ...link, [id]: mine } : link;
}

/** The sentences at hand, from the column that the link names. */
function keptWords({ words }: DataFiles, link: DataFiles): DataFiles['words'] {
  const column = link.words?.column;
  return words?.table && words.column !== column ? inColumn(words, column) : words;
}
