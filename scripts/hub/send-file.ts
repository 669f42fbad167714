import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import type { ServedFile } from './hub-files.ts';

const CHUNK = 2 ** 16;

/**
 * Answers with a file or the part of it that was asked for, as a good server does, or as the fault has it.
 * @param etag with its quotes
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  original: ServedFile,
  etag: string,
  fault: Fault | undefined,
): Promise<void> {
  const file = faulty(original, fault);
  const { range, 'if-range': ifRange } = request.headers;
  const whole =
    range === undefined ||
    fault?.noRanges === true ||
    fault?.gzip === true ||
    (ifRange !== undefined && ifRange !== etag);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const start = whole ? 0 : Number(from);
  const end = whole || to === '' || to === undefined ? file.size : Math.min(file.size, Number(to) + 1);
  response.setHeader('ETag', fault?.etag ?? etag);
  if (fault?.noRanges !== true) response.setHeader('Accept-Ranges', 'bytes');
  if (start >= file.size && file.size > 0) {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  if (fault?.gzip === true) {
    sendCompressed(response, file);
    return;
  }
  // without a length the body comes in chunks
  const more = fault?.endless === true ? Infinity : (fault?.extraBytes ?? 0);
  if (more === 0) response.setHeader('Content-Length', end - start);
  if (!whole)
    response.setHeader('Content-Range', fault?.contentRange ?? `bytes ${start}-${end - 1}/${file.size}`);
  response.writeHead(whole ? 200 : 206);
  if (request.method === 'HEAD') response.end();
  else await sendBody(response, longer(file, end, more), start, end + more, fault);
}

async function sendBody(
  response: ServerResponse,
  file: ServedFile,
  start: number,
  end: number,
  fault: Fault | undefined,
): Promise<void> {
  const { cutAfter = Infinity, stallAfter = Infinity, drip } = fault ?? {};
  const most = Math.min(end, start + cutAfter, start + stallAfter);
  // a drip comes ten times a second
  const step = drip === undefined ? CHUNK : Math.max(1, Math.round(drip / 10));
  for (let at = start; at < most && !response.destroyed; at += step) {
    const sent = response.write(file.read(at, Math.min(most, at + step)));
    if (drip !== undefined) await wait(100);
    else if (!sent) await drained(response);
  }
  if (start + stallAfter < end) return;
  if (start + cutAfter < end) {
    // what was written goes out before the connection ends
    await wait(20);
    response.destroy();
  } else response.end();
}

/** Resolves once there is room for more, or nobody who takes it. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function sendCompressed(response: ServerResponse, file: ServedFile): void {
  const body = gzipSync(file.read(0, file.size));
  response.setHeader('Content-Length', body.length);
  response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body);
}

/** The same file with zeros after the byte at which it was to end. */
function longer(file: ServedFile, end: number, more: number): ServedFile {
  if (more === 0) return file;
  return {
    ...file,
    read: (from, to) => {
      const bytes = new Uint8Array(to - from);
      if (from < end) bytes.set(file.read(from, Math.min(to, end)));
      return bytes;
    },
  };
}

function faulty(file: ServedFile, fault: Fault | undefined): ServedFile {
  const { flipAt, lengthen = 0 } = fault ?? {};
  if (flipAt === undefined && lengthen === 0) return file;
  return {
    ...file,
    size: file.size + lengthen,
    read: (start, end) => {
      const bytes = new Uint8Array(end - start);
      bytes.set(file.read(start, Math.min(end, file.size)).subarray(0, end - start));
      if (flipAt !== undefined && flipAt >= start && flipAt < end)
        bytes[flipAt - start] = ~(bytes[flipAt - start] ?? 0);
      return bytes;
    },
  };
}
