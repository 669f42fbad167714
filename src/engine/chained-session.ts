import type { Tensor } from 'onnxruntime-common';
import type { Session } from './encoder.ts';

/** Which of a chain's sessions is made. */
export interface InChain {
  /** The last to be made of several. */
  readonly last: boolean;
}

/**
 * One session of some graphs, each of which takes outputs of those before it under their names. They are made one after
 * another; where one cannot be, those made before are let go of.
 * @param compare which of two is made first; they are made as they run when left out
 * @throws what `create` rejects with
 */
export async function chainSessions<Graph>(
  graphs: readonly Graph[],
  create: (graph: Graph, made: InChain) => Promise<Session>,
  compare: (a: Graph, b: Graph) => number = () => 0,
): Promise<Session> {
  const made = new Map<number, Session>();
  try {
    const inOrder = [...graphs.entries()].sort(([, a], [, b]) => compare(a, b));
    for (const [i, graph] of inOrder) {
      const last = graphs.length > 1 && made.size === graphs.length - 1;
      made.set(i, await create(graph, { last }));
    }
  } catch (error) {
    await releaseAll([...made.values()]);
    throw error;
  }
  const sessions = graphs.map((_, i) => made.get(i)).filter((session) => session !== undefined);
  const [first, ...rest] = sessions;
  if (!first) throw new RangeError('there is no graph');
  return rest.length === 0 ? first : new ChainedSession(sessions);
}

class ChainedSession implements Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly #sessions: readonly Session[];

  constructor(sessions: readonly Session[]) {
    this.#sessions = sessions;
    this.outputNames = sessions.flatMap(({ outputNames }) => outputNames);
    const made = new Set(this.outputNames);
    const taken = new Set(sessions.flatMap(({ inputNames }) => inputNames));
    this.inputNames = [...taken].filter((name) => !made.has(name));
  }

  async run(feeds: Record<string, Tensor>, outputs: readonly string[]) {
    const found: Record<string, Tensor> = {};
    try {
      for (const [i, session] of this.#sessions.entries()) {
        const later = new Set(this.#sessions.slice(i + 1).flatMap(({ inputNames }) => inputNames));
        const wanted = session.outputNames.filter((name) => outputs.includes(name) || later.has(name));
        const own = session.inputNames.map((name) => [name, feeds[name] ?? found[name]] as const);
        Object.assign(found, await session.run(Object.fromEntries(own.filter(isThere)), wanted));
      }
    } catch (error) {
      for (const tensor of Object.values(found)) tensor.dispose();
      throw error;
    }
    // what only the next one needed
    for (const [name, tensor] of Object.entries(found)) if (!outputs.includes(name)) tensor.dispose();
    return Object.fromEntries(Object.entries(found).filter(([name]) => outputs.includes(name)));
  }

  async release(): Promise<void> {
    await releaseAll(this.#sessions);
  }
}

function isThere(feed: readonly [string, Tensor | undefined]): feed is readonly [string, Tensor] {
  return feed[1] !== undefined;
}

async function releaseAll(sessions: readonly Session[]): Promise<void> {
  for (const session of sessions) await session.release();
}
