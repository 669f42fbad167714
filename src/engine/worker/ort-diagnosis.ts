import { TailscopeError } from '../../core/error.ts';

/** Addresses of one build of onnxruntime's WASM. */
export interface OrtFiles {
  readonly mjs: string;
  readonly wasm: string;
}

/** The first bytes of a WebAssembly module: \0asm. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * What is wrong with the runtime's files, to be asked after it failed to start: its own message would
 * mean nothing to the person ("no available backend found").
 * @returns undefined when the files are as they should be
 */
export async function diagnoseFiles({ mjs, wasm }: OrtFiles): Promise<TailscopeError | undefined> {
  const looks = {
    [mjs]: (start: Uint8Array) => !startsLikePage(start),
    [wasm]: (start: Uint8Array) => MAGIC.every((byte, i) => start[i] === byte),
  };
  for (const [url, asItShouldBe] of Object.entries(looks)) {
    const file = new URL(url).pathname.split('/').at(-1) ?? url;
    const start = await firstBytes(url);
    if (!start) return TailscopeError.of('runtime-missing', { file, found: 'nothing' });
    if (asItShouldBe(start)) continue;
    return TailscopeError.of('runtime-missing', { file, found: startsLikePage(start) ? 'page' : 'other' });
  }
  return undefined;
}

async function firstBytes(url: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url);
    const reader = response.body?.getReader();
    if (!response.ok || !reader) return undefined;
    const { value } = await reader.read();
    await reader.cancel();
    return value ?? new Uint8Array();
  } catch {
    return undefined; // no answer: said as 'nothing'
  }
}

function startsLikePage(start: Uint8Array): boolean {
  return new TextDecoder().decode(start.subarray(0, 64)).trimStart().startsWith('<');
}
