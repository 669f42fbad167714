import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download } from './download.ts';
import { diagnoseFiles } from './ort-diagnosis.ts';

const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);

describe('files from a server', () => {
  let server: Server;
  let base: string;
  const at = (path: string) => new URL(path, base);
  const { signal } = new AbortController();

  beforeAll(async () => {
    server = createServer((request, response) => {
      // a socket kept open is closed by the server whenever the machine is busy for long
      response.setHeader('Connection', 'close');
      if (request.url === '/whole') response.setHeader('Content-Length', bytes.length).end(bytes);
      else if (request.url === '/pieces') {
        response.write(bytes.subarray(0, 10));
        response.end(bytes.subarray(10));
      } else if (request.url === '/slow') response.write('x');
      else if (request.url === '/page') response.end('\n<!doctype html>');
      else if (request.url === '/wasm') response.end(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1));
      else if (request.url === '/js') response.end('export default 1');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('come whole into one array, with progress up to their size', async () => {
    const seen: [number, number][] = [];
    const onProgress = (loaded: number, total: number) => seen.push([loaded, total]);
    expect(await download(at('/whole'), { signal, onProgress })).toEqual(bytes);
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(new Set(seen.map(([, total]) => total))).toEqual(new Set([bytes.length]));
  });

  it('come whole where the server does not say how long they are', async () => {
    expect(await download(at('/pieces'), { signal })).toEqual(bytes);
  });

  it('are named, with the status, when the server refuses', async () => {
    const refused = download(at('/models/x/config.json'), { signal });
    await expect(refused).rejects.toMatchObject({ code: 'download' });
    await expect(refused).rejects.toThrow(/config\.json.*404/);
  });

  it('are named when nobody answers', async () => {
    await expect(download(new URL('http://127.0.0.1:9/a'), { signal })).rejects.toThrow(/did not answer/);
  });

  it('stop coming when cancelled', async () => {
    const controller = new AbortController();
    const coming = download(at('/slow'), { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 20);
    await expect(coming).rejects.toThrow(/enough/);
  });

  it('of the runtime are diagnosed: absent, a page in their place, or something else', async () => {
    const diagnose = async (mjs: string, wasm: string) =>
      (await diagnoseFiles({ mjs: at(mjs).href, wasm: at(wasm).href }))?.sentence;
    expect(await diagnose('/js', '/wasm')).toBeUndefined();
    expect(await diagnose('/js', '/page')).toMatch(/page was answered with a web page/);
    expect(await diagnose('/page', '/wasm')).toMatch(/web page/);
    expect(await diagnose('/js', '/none')).toMatch(/could not be fetched/);
    expect(await diagnose('/js', '/whole')).toMatch(/damaged/);
  });
});
