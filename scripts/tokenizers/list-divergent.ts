/**
 * `npx tsx scripts/tokenizers/list-divergent.ts work/characters.json`, after `python -m models.characters`: lists
 * the characters that our tokenizers read otherwise than Hugging Face's own, with what these make of them, and
 * hashes what they make of all others. Writes src/text/fixtures/characters.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { characterWords, hashBlocks, toRanges } from './character-words.ts';

const Words = v.array(v.string());
const Swept = v.object({
  versions: v.record(v.string(), v.string()),
  codes: v.array(v.number()),
  tokenizers: v.array(v.object({ name: v.string(), json: v.looseObject({}), words: v.array(Words) })),
});

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('say where `python -m models.characters` wrote');
const { versions, codes, tokenizers } = v.parse(Swept, JSON.parse(readFileSync(path, 'utf8')));
const fixtures = new URL('../../src/text/fixtures/', import.meta.url);

const found = tokenizers.flatMap(({ name, json, words }) => {
  const ours = characterWords(json);
  const theirs = new Map(codes.map((code, i) => [code, words[i] ?? []]));
  const differs = (code: number) => ours([code]).join('\n') !== theirs.get(code)?.join('\n');
  const divergent = codes.filter(differs);
  console.log(`${name}: ${divergent.length} of ${codes.length} characters are read otherwise`);
  if (name.includes('own map')) return [];
  const listed = new Set(divergent);
  const same = codes.filter((code) => !listed.has(code));
  const hashes = hashBlocks(same, (inside) => inside.flatMap((code) => theirs.get(code) ?? []));
  return [{ name, hashes, divergent: divergent.map((code) => [code, theirs.get(code)] as const) }];
});

const by = 'python -m models.characters, then scripts/tokenizers/list-divergent.ts';
const fixture = { by, versions, ranges: toRanges(codes), tokenizers: found };
writeFileSync(new URL('characters.json', fixtures), `${JSON.stringify(fixture)}\n`);
