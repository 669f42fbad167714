import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Header = v.object({ __metadata__: v.object({ versions: v.string() }) });
const Versions = v.record(v.string(), v.string());
const Package = v.object({ version: v.string() });
const RUNTIME = 'onnxruntime-node';

/** What a network was exported with, by the reference beside the exports, and what runs them here: a sentence. */
export function versionsSentence(folder: string): string {
  const made = Object.entries(readVersions(join(folder, 'reference.safetensors')));
  const path = new URL(`../../node_modules/${RUNTIME}/package.json`, import.meta.url);
  const { version } = v.parse(Package, JSON.parse(readFileSync(path, 'utf8')));
  return `Exported with ${made.map((each) => each.join(' ')).join(', ')}; run in ${RUNTIME} ${version}.`;
}

/** The versions that models/fixtures/files.py wrote into a safetensors file's header. */
function readVersions(path: string): Record<string, string> {
  const bytes = readFileSync(path);
  const header: unknown = JSON.parse(bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE(0))).toString());
  const versions: unknown = JSON.parse(v.parse(Header, header).__metadata__.versions);
  return v.parse(Versions, versions);
}
