/** A file a person gave, with its path inside a dropped folder. */
export interface GivenFile {
  /** "all-MiniLM-L6-v2/config.json", or a bare name. */
  readonly path: string;
  readonly file: File;
}

export type Given =
  | { readonly kind: 'text'; readonly file: File }
  | { readonly kind: 'checkpoint'; readonly name: string; readonly files: readonly File[] }
  | { readonly kind: 'incomplete'; readonly missing: string }
  | { readonly kind: 'unknown'; readonly name: string };

const NEEDED = ['config.json', 'model.safetensors', 'tokenizer.json'];
/** Read where they are there. */
const ALSO = ['tokenizer_config.json', 'card.json'];

/** What a handful of files is: a checkpoint, a text, or something else. */
export function sortFiles(given: readonly GivenFile[]): Given {
  const weights = given.find(({ file }) => file.name === 'model.safetensors');
  const folder = folderOf(weights ?? given.find(({ file }) => NEEDED.includes(file.name)));
  if (folder !== undefined) {
    const here = given.filter((each) => folderOf(each) === folder).map(({ file }) => file);
    const missing = NEEDED.find((name) => !here.some((file) => file.name === name));
    if (missing !== undefined) return { kind: 'incomplete', missing };
    const name = folder.split('/').at(-1) ?? '';
    const files = here.filter((file) => NEEDED.includes(file.name) || ALSO.includes(file.name));
    return { kind: 'checkpoint', name: name === '' ? 'checkpoint' : name, files };
  }
  const text = given.find(({ file }) => /\.txt$/i.test(file.name) || file.type === 'text/plain');
  if (text) return { kind: 'text', file: text.file };
  return { kind: 'unknown', name: given[0]?.file.name ?? '' };
}

function folderOf(given: GivenFile | undefined): string | undefined {
  return given?.path.split('/').slice(0, -1).join('/');
}
