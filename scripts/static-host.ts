import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What static hosts commonly know; everything else is bytes. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface StaticHost {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The plainest of static hosts, for tests: serves a folder under a path prefix, with types and no
 * other headers.
 * @param prefix such as `/some/where/`
 */
export async function staticHost(folder: string, prefix: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(
      folder,
      path.endsWith('/') ? `${path.slice(prefix.length)}index.html` : path.slice(prefix.length),
    );
    const found = path.startsWith(prefix) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  // a server that listens on a port has an AddressInfo; a string is a pipe's
  const address = server.address();
  const port = isPort(address) ? address.port : 0;
  return {
    url: `http://localhost:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const isPort = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object';
