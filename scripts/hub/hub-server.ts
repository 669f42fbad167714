import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Fault, Faults } from './faults.ts';
import { gitHashOf, type ServedFile, type ServedFiles, sha256Of } from './hub-files.ts';
import { sendFile } from './send-file.ts';

/** A model on the hub. */
export interface ServedModel {
  readonly files: ServedFiles;
  /** 40 hexadecimal digits. */
  readonly commit?: string;
  readonly gated?: 'auto' | 'manual';
  readonly private?: boolean;
  /** The name that it is found by now. */
  readonly renamed?: string;
}

export interface Asked {
  readonly method: string;
  /** "hub" or "cdn", and the path. */
  readonly url: string;
  readonly range: string | undefined;
  readonly headers: Readonly<IncomingMessage['headers']>;
}

export const COMMIT = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

/** What the hub itself lets pages read of its answers. */
const HUB_EXPOSES =
  'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash';
/** What its file servers do. */
const CDN_EXPOSES = 'Accept-Ranges, Content-Range, Content-Type, Content-Disposition, ETag, X-Cache';

/**
 * A hub on this machine, for tests: its list of files, its redirects of large files to another origin, its
 * refusals, and the faults that are planned. Its file server refuses every preflight, as the real one
 * does: a request that needs the host's leave beforehand does not get through.
 */
export class HubServer {
  readonly faults = new Faults();
  readonly asked: Asked[] = [];
  readonly #models: ReadonlyMap<string, ServedModel>;
  readonly #hashes = new Map<ServedFile, string>();
  #hub: Server | undefined;
  #cdn: Server | undefined;

  constructor(models: Readonly<Record<string, ServedModel>>) {
    this.#models = new Map(Object.entries(models));
  }

  static async start(models: Readonly<Record<string, ServedModel>>): Promise<HubServer> {
    const server = new HubServer(models);
    server.#hub = await listen((request, response) => server.#answerHub(request, response));
    server.#cdn = await listen((request, response) => server.#answerCdn(request, response));
    return server;
  }

  /** Address of the hub. */
  get url(): string {
    return addressOf(this.#hub);
  }

  /** Address of its file server, which also gives out every model's files as a plain folder. */
  get cdn(): string {
    return addressOf(this.#cdn);
  }

  /** A model's files as a folder on the web that is no hub. */
  folder(id: string): string {
    return `${this.cdn}/folders/${encodeURIComponent(id)}/`;
  }

  sha256(id: string, path: string): string {
    const file = this.#models.get(id)?.files.get(path);
    if (!file) throw new Error(`the hub has no ${id}/${path}`);
    return this.#hash(file);
  }

  /** Bytes that the answers to these requests may have had: for what was asked of one file. */
  askedOf(path: string): readonly Asked[] {
    return this.asked.filter(({ url, method }) => url.includes(path) && method === 'GET');
  }

  async close(): Promise<void> {
    await Promise.all(
      [this.#hub, this.#cdn].map(
        (server) =>
          new Promise<void>((resolve) => {
            if (!server) resolve();
            else
              server.close(() => {
                resolve();
              });
            server?.closeAllConnections();
          }),
      ),
    );
  }

  #hash(file: ServedFile): string {
    const hash = this.#hashes.get(file) ?? sha256Of(file);
    this.#hashes.set(file, hash);
    return hash;
  }

  #note(server: 'hub' | 'cdn', { method = '', url = '', headers }: IncomingMessage): Fault | undefined {
    this.asked.push({ method, url: server + url, range: headers.range, headers });
    return method === 'OPTIONS' ? undefined : this.faults.take(server + url, method);
  }

  async #answerHub(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#note('hub', request);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', HUB_EXPOSES);
    if (fault?.status !== undefined) {
      response.writeHead(fault.status, fault.headers).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    const api = /^\/api\/models\/(.+?)\/(revision|tree)\/([^/]+)$/.exec(pathname);
    if (api) this.#list(response, api[1] ?? '', decodeURIComponent(api[3] ?? ''), api[2] === 'tree');
    else await this.#resolve(request, response, pathname, fault);
  }

  #list(response: ServerResponse, id: string, revision: string, tree: boolean): void {
    const model = this.#models.get(id);
    if (model?.renamed !== undefined) {
      response
        .writeHead(307, {
          Location: `/api/models/${model.renamed}/${tree ? 'tree' : 'revision'}/${revision}`,
        })
        .end();
      return;
    }
    if (!model || model.private === true) {
      refuse(response, 401, 'RepoNotFound');
      return;
    }
    const commit = model.commit ?? COMMIT;
    if (revision !== 'main' && revision !== commit) {
      refuse(response, 404, 'RevisionNotFound');
      return;
    }
    const files = [...model.files].map(([path, file]) => ({ path, size: file.size, file }));
    const listed = tree
      ? files.map(({ path, size, file }) => ({
          type: 'file',
          path,
          size,
          oid: gitHashOf(file),
          ...(file.lfs && { lfs: { oid: this.#hash(file), size, pointerSize: 134 } }),
        }))
      : {
          id,
          sha: commit,
          private: false,
          gated: model.gated ?? false,
          siblings: files.map(({ path, size, file }) => ({
            rfilename: path,
            blobId: gitHashOf(file),
            size,
            ...(file.lfs && { lfs: { sha256: this.#hash(file), size, pointerSize: 134 } }),
          })),
        };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(listed));
  }

  async #resolve(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    fault: Fault | undefined,
  ): Promise<void> {
    const [, id = '', revision = '', path = ''] = /^\/(.+?)\/resolve\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const model = this.#models.get(id);
    const file = model?.files.get(decodeURIComponent(path));
    if (!model || model.private === true) refuse(response, 401, 'RepoNotFound');
    else if (model.gated) refuse(response, 401, 'GatedRepo');
    else if (!file) refuse(response, 404, 'EntryNotFound');
    else if (!file.lfs) await sendFile(request, response, file, `"${this.#hash(file).slice(0, 40)}"`, fault);
    else {
      response.writeHead(302, {
        Location: `${this.cdn}/lfs/${encodeURIComponent(id)}/${path}?signature=x`,
        'X-Repo-Commit': revision,
        'X-Linked-Size': file.size,
        'X-Linked-ETag': `"${this.#hash(file)}"`,
      });
      response.end();
    }
  }

  async #answerCdn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#note('cdn', request);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', CDN_EXPOSES);
    if (request.method === 'OPTIONS') {
      response.writeHead(403).end();
      return;
    }
    if (fault?.status !== undefined) {
      response.writeHead(fault.status, fault.headers).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://cdn');
    const [, id = '', path = ''] = /^\/(?:lfs|folders)\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const file = this.#models.get(decodeURIComponent(id))?.files.get(decodeURIComponent(path));
    if (!file) response.writeHead(404).end();
    else await sendFile(request, response, file, `"${this.#hash(file)}"`, fault);
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'X-Error-Code': code, 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: code }));
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    response.on('error', () => undefined); // the other end went away
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function addressOf(server: Server | undefined): string {
  const address = server?.address();
  if (typeof address !== 'object' || address === null) throw new Error('the hub has not been started');
  return `http://localhost:${address.port}`;
}
