import type { ByteFile } from '../../src/checkpoint/index.ts';
import { openFixture } from '../exactness/fixture.ts';
import { plainError, stateErrors, worst } from '../exactness/measure-errors.ts';
import { resave } from '../exactness/resave.ts';
import { download } from './download.ts';
import { savedModels, type SavedModel } from './saved-models.ts';
import { editedDifference } from './edited-difference.ts';
import { markdownTable, shown } from './markdown.ts';

const SHARDS = 2;
const SOURCES = ['bundled', 'files', 'shards', 'hub', 'address'] as const;
type Source = (typeof SOURCES)[number];

/** Where each kind of weights can come from. */
const HAS: Readonly<Record<SavedModel['format'], readonly Source[]>> = {
  bundled: ['bundled'],
  safetensors: ['files', 'shards', 'hub', 'address'],
  onnx: ['files', 'hub', 'address'],
};

/** How far the hidden states of every model are off, in every precision, from every source: a table in Markdown. */
export async function sourcesTable(): Promise<string> {
  const rows: string[][] = [];
  for (const model of await savedModels()) {
    const cells: string[] = [];
    // one after another: each has a server and a session
    for (const source of SOURCES)
      cells.push(HAS[model.format].includes(source) ? shown(await error(model, source)) : '');
    rows.push([`\`${model.type}\``, model.precision, model.against, ...cells]);
  }
  return markdownTable(['model', 'weights', 'held to', ...SOURCES], rows);
}

async function error(model: SavedModel, source: Source): Promise<number> {
  const files = await from(source, model.files);
  if (model.against === 'the unedited file') return editedDifference(model.files, files);
  const fixture = await openFixture([...files, ...model.files.filter(isReference)]);
  try {
    // of the bundled ones the reference has nothing that is changed
    return model.format === 'bundled' ? await plainError(fixture) : worst(await stateErrors(fixture));
  } finally {
    await fixture.session.release();
  }
}

/** The files as they come from there, and no others: what a person has brings no reference values. */
async function from(source: Source, all: readonly ByteFile[]): Promise<readonly ByteFile[]> {
  const files = all.filter((file) => !isReference(file));
  if (source === 'hub' || source === 'address') return download(files, source);
  return source === 'shards' ? resave(files, SHARDS) : files;
}

const isReference = ({ name }: ByteFile): boolean => name === 'reference.safetensors';
