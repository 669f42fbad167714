/** `npm run make:example`: computes what the page draws first, with the default bundled model. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { computeExample } from './example/compute-example.ts';
import { writeExample } from '../src/store/example/example.ts';

const models = new URL('../public/models/', import.meta.url);
const index: unknown = JSON.parse(await readFile(new URL('index.json', models), 'utf8'));
const { default: id } = v.parse(v.object({ default: v.string() }), index);
const folder = new URL(`${id}/`, models);
const text = JSON.stringify(writeExample(await computeExample(fileURLToPath(folder))));
await writeFile(new URL('example.json', folder), text);
console.log(`public/models/${id}/example.json: ${Math.round(text.length / 1024)} kB`);
