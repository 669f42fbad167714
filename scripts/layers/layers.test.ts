import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.cjs';

/** [file, what it writes, the rule that must catch it]. */
const violations: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['core/a.ts', "import '../measures/clean.ts';", 'layers-core'],
  ['strings/a.ts', "import type { C } from '../core/clean.ts'; export type A = C;", 'layers-strings'],
  ['measures/a.ts', "import '../graph/clean.ts';", 'layers-measures'],
  ['graph/a.ts', "import '../checkpoint/clean.ts';", 'layers-graph'],
  ['text/a.ts', "import '../protocol/clean.ts';", 'layers-text'],
  ['datasets/a.ts', "import '../measures/clean.ts';", 'layers-datasets'],
  [
    'checkpoint/a.ts',
    "import type { C } from '../protocol/clean.ts'; export type A = C;",
    'layers-checkpoint',
  ],
  ['protocol/a.ts', "import '../engine/clean.ts';", 'layers-protocol'],
  ['remote/a.ts', "import '../engine/clean.ts';", 'layers-remote'],
  ['engine/a.ts', "import '../client/clean.ts';", 'layers-engine'],
  ['client/a.ts', "import '../engine/clean.ts';", 'layers-client'],
  ['store/a.ts', "import '../panels/clean.ts';", 'layers-store'],
  ['store/b.ts', "import '../engine/clean.ts';", 'layers-store'],
  ['charts/a.ts', "import type { C } from '../measures/clean.ts'; export type A = C;", 'layers-charts'],
  ['charts/b.ts', "import '../protocol/clean.ts';", 'layers-charts'],
  ['ui/a.ts', "import '../store/clean.ts';", 'layers-ui'],
  ['panels/a.ts', "import '../engine/clean.ts';", 'layers-panels'],
  ['cli/a.ts', "import '../store/clean.ts';", 'layers-cli'],
  ['isolation/a.ts', "import '../store/clean.ts';", 'layers-isolation'],
  ['client/b.ts', "import 'onnxruntime-web';", 'onnxruntime-only-in-engine'],
  [
    'client/c.ts',
    "import a from 'onnxruntime-web/a.wasm?url'; export const b = a;",
    'onnxruntime-only-in-engine',
  ],
  [
    'top.ts',
    "import type { Tensor } from 'onnxruntime-common'; export type A = Tensor;",
    'onnxruntime-only-in-engine',
  ],
  ['panels/b.ts', "import { max } from 'd3'; export const a = max;", 'd3-only-in-charts'],
  ['panels/c.ts', "import { create } from 'zustand'; export const a = create;", 'zustand-only-in-store'],
  [
    'measures/b.ts',
    "import type { ReactNode } from 'react'; export type A = ReactNode;",
    'react-only-in-the-page',
  ],
  [
    'engine/b.ts',
    "import { Tokenizer } from '@huggingface/tokenizers'; export const a = Tokenizer;",
    'tokenizers-only-in-text',
  ],
  [
    'checkpoint/b.ts',
    "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
    'node-only-in-the-command',
  ],
  ['engine/c.ts', "import 'no-such-package';", 'no-unresolved'],
  ['paper/a.ts', "import '../store/clean.ts';", 'layers-paper'],
  ['attic/a.ts', "import '../core/clean.ts';", 'no-room-without-rules'],
  ['panels/d.ts', "import '../top.ts';", 'not-from-the-top'],
  ['panels/e.ts', "import './clean.test.ts';", 'no-tests-in-the-product'],
  ['text/b.ts', "import './c.ts';", 'no-cycles'],
  ['datasets/b.ts', "import type { C } from './c.ts'; export type B = C;", 'no-cycles'],
  ['store/c.ts', "import './d.ts';", 'no-cycles-store'],
];

/** The other halves of the cycles, which are reported once. */
const halves: readonly (readonly [file: string, text: string])[] = [
  ['text/c.ts', "import './b.ts';"],
  ['datasets/c.ts', "import type { B } from './b.ts'; export type C = B;"],
  ['store/d.ts', "import './c.ts';"],
];

/** What the rules must let through. */
const allowed: readonly (readonly [file: string, text: string])[] = [
  ['panels/good.tsx', "import '../charts/clean.ts'; import '../store/clean.ts'; import 'react';"],
  ['engine/node/good.ts', "import 'node:fs'; import 'onnxruntime-node'; import '../../checkpoint/clean.ts';"],
  ['charts/good.tsx', "import 'd3'; import 'react'; import '../ui/clean.ts';"],
  ['main.tsx', "import 'react-dom/client'; import './panels/clean.ts';"],
  ['charts/good.test.ts', "import '../measures/clean.ts'; import 'node:fs';"],
  ['store/slice.ts', "import type { Whole } from './whole.ts'; export type Slice = Whole;"],
  ['store/whole.ts', "import './slice.ts'; export type Whole = string;"],
];

const repository = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
let caught: ReadonlyMap<string, readonly string[]>;

async function write(file: string, text: string): Promise<void> {
  const path = join(folder, 'src', file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

beforeAll(async () => {
  // inside the repository, so that its packages are found
  await mkdir(join(repository, 'build'), { recursive: true });
  folder = await mkdtemp(join(repository, 'build', 'layers-'));
  await writeFile(join(folder, 'package.json'), '{}');
  const named = violations.map(([file]) => file.split('/')[0] ?? '').filter((room) => !room.includes('.'));
  for (const room of new Set(named)) await write(`${room}/clean.ts`, 'export type C = string;');
  await write('panels/clean.test.ts', 'export type C = string;');
  for (const [file, text] of [...violations, ...halves, ...allowed]) await write(file, text);
  const options: ICruiseOptions = { ...config.options, ruleSet: config, validate: true, baseDir: folder };
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string') throw new Error(output);
  caught = byFile(output);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function byFile({ summary }: ICruiseResult): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) {
    const file = from.replace(/^src\//, '');
    rules.set(file, [...(rules.get(file) ?? []), rule.name]);
  }
  return rules;
}

describe('the layers', () => {
  it.each(violations)('%s: %s breaks %s', (file, _, rule) => {
    expect(caught.get(file) ?? []).toContain(rule);
  });

  it.each(allowed)('%s may: %s', (file) => {
    expect((caught.get(file) ?? []).filter((rule) => rule !== 'no-unlisted-package')).toEqual([]);
  });

  it('every rule is shown to bite', () => {
    const bitten = new Set(violations.map(([, , rule]) => rule));
    // needs a package that is installed and not in package.json: the folder's own, empty package.json makes all so
    bitten.add('no-unlisted-package');
    expect(config.forbidden.map(({ name }) => name).filter((name) => !bitten.has(name))).toEqual([]);
    expect(caught.get('panels/b.ts')).toContain('no-unlisted-package');
  });
});
