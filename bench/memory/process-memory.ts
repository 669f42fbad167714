import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const EVERY = 20;

/** Bytes of the largest renderer of a browser that this process started. */
export interface PageMemory {
  readonly now: number;
  readonly most: number;
}

/**
 * Watches the memory of the page's process: its own pages, the threads' and WebAssembly's among them, and not
 * the program's code, which all share. On Linux only.
 */
export class MemoryWatch {
  readonly #timer: NodeJS.Timeout;
  #most = 0;

  constructor() {
    this.#timer = setInterval(() => {
      this.#most = Math.max(this.#most, largestRenderer());
    }, EVERY);
  }

  /** Now, and the most since the last call. */
  read(): PageMemory {
    const now = largestRenderer();
    const most = Math.max(this.#most, now);
    this.#most = 0;
    return { now, most };
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function largestRenderer(): number {
  return Math.max(0, ...renderersBelow(process.pid).map(ownMemory));
}

function renderersBelow(ancestor: number): readonly string[] {
  const parents = new Map<string, number>();
  for (const id of readdirSync('/proc')) {
    if (!/^\d+$/.test(id)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(id, 'status'))?.[1]);
    parents.set(id, parent);
  }
  const isBelow = (id: string): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && (parent === ancestor || isBelow(String(parent)));
  };
  return [...parents.keys()].filter((id) => read(id, 'cmdline').includes('--type=renderer') && isBelow(id));
}

/** @see proc_pid_status(5) */
function ownMemory(id: string): number {
  const kibibytes = [...read(id, 'status').matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm)];
  return kibibytes.reduce((sum, [, count]) => sum + 1024 * Number(count), 0);
}

function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
