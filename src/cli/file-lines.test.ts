import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from '../text/lines.ts';
import { fileLines } from './file-lines.ts';

const path = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'a.txt');

async function read(bytes: Uint8Array | string, block?: number): Promise<string[]> {
  writeFileSync(path, bytes);
  const blocks: (readonly string[])[] = [];
  for await (const found of fileLines(path, undefined, block)) blocks.push(found);
  return blocks.flat();
}

describe('the lines of a file', () => {
  it('are those of its text, wherever it is cut into blocks', async () => {
    // line ends and letters of several bytes lie across
    const part = fc.constantFrom('\n', '\r', '\r\n', 'a', 'é', '😀', ' ');
    const parts = fc.array(part, { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 9 }), async (all, block) => {
        const text = all.join('');
        expect(await read(text, block)).toEqual(lines(text));
      }),
    );
  });

  it('are none of an empty file', async () => {
    expect(await read('')).toEqual([]);
  });

  it('are told with their number where they are no text, or too long for a sentence', async () => {
    const bad = Buffer.concat([Buffer.from('ok\n'.repeat(100_000)), Buffer.from([0x61, 0xff, 0x0a])]);
    await expect(read(bad)).rejects.toMatchObject({
      code: 'not-utf8',
      sentence: expect.stringContaining('100001') as string,
    });
    const picture = Buffer.concat([Buffer.from('ok\n'.repeat(100_000)), Buffer.from([0x61, 0x00, 0x0a])]);
    await expect(read(picture)).rejects.toMatchObject({ code: 'not-text' });
    await expect(read(`one\n${'z'.repeat(17e6)}`)).rejects.toMatchObject({
      code: 'line-too-long',
      sentence: expect.stringContaining('Line 2') as string,
    });
  });
});
