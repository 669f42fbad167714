import type { GivenFile } from '../../store/open/sort-files.ts';

/** Deep enough for a hub's cache folders, shallow enough for a dropped home folder. */
const DEEPEST = 3;
const MOST = 500;

/** The files of a drop, those inside dropped folders included. */
export async function droppedFiles(data: DataTransfer): Promise<readonly GivenFile[]> {
  // both lists are emptied once the drop's event is over: read them before waiting for anything
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = Array.from(data.files, (file) => ({ path: file.name, file }));
  if (entries.length === 0) return plain;
  const found: GivenFile[] = [];
  for (const entry of entries) await collect(entry, '', DEEPEST, found);
  return found;
}

/** The files of a picked folder or a file field. */
export function pickedFiles(list: FileList | null): readonly GivenFile[] {
  return Array.from(list ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function collect(
  entry: FileSystemEntry,
  path: string,
  depth: number,
  found: GivenFile[],
): Promise<void> {
  if (found.length >= MOST) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push({ path: path + entry.name, file });
  } else if (isFolder(entry) && depth > 0) {
    const reader = entry.createReader();
    for (;;) {
      // a reader hands out a hundred entries at a time, then none
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (some.length === 0) return;
      for (const each of some) await collect(each, `${path}${entry.name}/`, depth - 1, found);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
