import { type Answer, type AskOptions, type Http, MOST_BYTES } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';
import { Attempt, Passing } from './attempt.ts';
import type { FetchHost } from './host.ts';
import { patiently } from './patiently.ts';
import { askedPatience, isPassing, OF_A_QUESTION } from './retry.ts';

/** A host that is silent twice is not there, or not for us; one whose answer breaks off may be tired. */
const MOST_SILENCES = 2;

/**
 * Asks short questions of other hosts, again where they fail for reasons that pass: after the last try a
 * status is handed over as the server's answer, and a silence is told.
 */
export function askPatiently(host: FetchHost): Http {
  return async (url, options) => {
    let refused: Answer | undefined;
    try {
      return await patiently(
        async (tries) => {
          refused = undefined;
          const answer = await askOnce(host, url, options, tries + 1 < MOST_SILENCES);
          if (!isPassing(answer.status)) return answer;
          refused = answer;
          throw new Passing(noAnswer(url), askedPatience(answer.headers, Date.now()));
        },
        { host, signal: options.signal, patience: OF_A_QUESTION },
      );
    } catch (error) {
      if (refused && !options.signal.aborted) return refused;
      throw error;
    }
  };
}

async function askOnce(host: FetchHost, url: string, options: AskOptions, again: boolean): Promise<Answer> {
  const { signal, name, range, head = false } = options;
  const attempt = new Attempt(signal, host.patience);
  const lost = () => noAnswer(url);
  try {
    // one range in this very form is the only header that no host has to allow beforehand
    const headers = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
    const response = await attempt
      .passing(host.open(url, attempt.signal, headers, head ? 'HEAD' : 'GET'), lost)
      .catch((error: unknown) => {
        throw error instanceof Passing && !again ? error.error : error;
      });
    const { ok, status } = response;
    const wanted = ok && !head && (range === undefined || status === 206);
    const body = wanted ? await bodyOf(response, attempt, name, range, lost) : new Uint8Array();
    return { ok, status, headers: response.headers, body };
  } finally {
    attempt.end();
  }
}

/** The body as far as it may go: what says or turns out to be longer is not read to its end. */
async function bodyOf(
  response: Response,
  attempt: Attempt,
  name: string,
  range: AskOptions['range'],
  lost: () => TailscopeError,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = range ? range[1] - range[0] : MOST_BYTES;
  const tooLong = (bytes: number) =>
    range
      ? TailscopeError.of('remote-part', { file: name })
      : TailscopeError.of('file-too-large', { name, bytes, most });
  const said = Number(response.headers.get('Content-Length') ?? 0);
  if (said > most) throw tooLong(said);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of attempt.body(response, lost)) {
    length += piece.length;
    if (length > most) throw tooLong(length);
    pieces.push(piece);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}

const noAnswer = (url: string): TailscopeError => TailscopeError.of('no-answer', { host: new URL(url).host });
