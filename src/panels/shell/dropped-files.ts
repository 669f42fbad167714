import type { GivenFile } from '../../store/open/sort-files.ts';

/** As deep as a hub's cache has the exports of a model, or a distribution of treebanks its trees. */
export const DEEPEST = 5;
/** Several treebanks; fewer than a dropped home folder has. */
export const MOST = 20_000;

/** The files of a drop. */
export interface Dropped {
  readonly files: readonly GivenFile[];
  /** Why some of it was left out; undefined where nothing was. */
  readonly left: 'many' | 'deep' | undefined;
}

/** The files of a drop, those inside dropped folders included. */
export async function droppedFiles(data: DataTransfer): Promise<Dropped> {
  // both lists are emptied once the drop's event is over: read them before waiting for anything
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = Array.from(data.files, (file) => ({ path: file.name, file }));
  if (entries.length === 0) return { files: plain, left: undefined };
  const found = new Found();
  for (const entry of entries) await collect(entry, '', DEEPEST, found);
  return found;
}

/** The files of a picked folder or a file field. */
export function pickedFiles(list: FileList | null): readonly GivenFile[] {
  return Array.from(list ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

class Found implements Dropped {
  readonly files: GivenFile[] = [];
  left: Dropped['left'];
}

async function collect(entry: FileSystemEntry, path: string, depth: number, found: Found): Promise<void> {
  // what is beyond the last file that is read says more than what lies too deep
  if (found.files.length >= MOST) found.left = 'many';
  else if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.files.push({ path: path + entry.name, file });
  } else if (isFolder(entry)) {
    if (depth === 0) found.left ??= 'deep';
    else await collectWithin(entry, `${path}${entry.name}/`, depth - 1, found);
  }
}

async function collectWithin(
  folder: FileSystemDirectoryEntry,
  path: string,
  depth: number,
  found: Found,
): Promise<void> {
  const reader = folder.createReader();
  while (found.left !== 'many') {
    // a reader hands out a hundred entries at a time, then none
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    for (const each of some) await collect(each, path, depth, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
