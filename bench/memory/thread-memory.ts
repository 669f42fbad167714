import type { CDPSession, Page } from '@playwright/test';

/** What one thread's JavaScript holds, after its garbage was collected; bytes. */
export interface ThreadMemory {
  readonly thread: string;
  /** Objects and strings. */
  readonly heap: number;
  /** What its ArrayBuffers hold; WebAssembly's own memory is not among them. */
  readonly buffers: number;
}

/** What the page and the workers that it started hold. */
export async function threadMemory(page: Page): Promise<readonly ThreadMemory[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const found = [memoryOf('page', await session.send('Runtime.getHeapUsage'))];
  const workers = new Map<string, string>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    workers.set(sessionId, targetInfo.url.split('/').at(-1) ?? '');
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  for (const [id, name] of workers) {
    await sendTo(session, id, 'HeapProfiler.collectGarbage');
    found.push(memoryOf(name, await sendTo(session, id, 'Runtime.getHeapUsage')));
  }
  await session.detach();
  return found;
}

function memoryOf(thread: string, usage: object): ThreadMemory {
  const bytes = new Map<string, unknown>(Object.entries(usage));
  return { thread, heap: Number(bytes.get('usedSize')), buffers: Number(bytes.get('backingStorageSize')) };
}

let lastId = 0;

/** A worker's session lives inside the page's, message by message. */
function sendTo(session: CDPSession, sessionId: string, method: string): Promise<object> {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const listen = (event: { sessionId: string; message: string }): void => {
      const said: unknown = JSON.parse(event.message);
      if (event.sessionId !== sessionId || !isReply(said) || said.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      if (said.result) resolve(said.result);
      else reject(new Error(event.message));
    };
    session.on('Target.receivedMessageFromTarget', listen);
    const message = JSON.stringify({ id, method, params: {} });
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
  });
}

function isReply(value: unknown): value is { readonly id: number; readonly result?: object } {
  return typeof value === 'object' && value !== null && 'id' in value;
}
