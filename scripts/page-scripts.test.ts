import { describe, expect, it } from 'vitest';
import { pageScripts } from './page-scripts.ts';

const files: Record<string, string> = {
  'assets/index.js':
    'import{a as b}from"./vendor.js";import"./side.js";const w=()=>import("./later.js");new URL("./worker.js",import.meta.url)',
  'assets/vendor.js': 'export*from"./deep.js";',
  'assets/side.js': 'import{x}from"./vendor.js"',
  'assets/deep.js': '',
};
const html = '<script type="module" crossorigin src="./assets/index.js"></script>';

describe('pageScripts', () => {
  it('follows static imports and re-exports, naming each script once', () => {
    const found = pageScripts(html, (file) => files[file] ?? '');
    expect([...found].sort()).toEqual([
      'assets/deep.js',
      'assets/index.js',
      'assets/side.js',
      'assets/vendor.js',
    ]);
  });

  it('leaves out dynamic imports and workers', () => {
    const found = pageScripts(html, (file) => files[file] ?? '');
    expect(found).not.toContain('assets/later.js');
    expect(found).not.toContain('assets/worker.js');
  });

  it('finds nothing in a page without scripts', () => {
    expect(pageScripts('<p>no script</p>', () => '')).toEqual([]);
  });
});
