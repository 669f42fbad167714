import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK = 0.01;
/** Cores that others may take before a figure counts as taken on a busy machine. */
const BUSY = 0.1;

/** What other processes did while something was measured. */
export interface OtherWork {
  /** Cores that they kept busy, on average; the load average before it where the system does not say. */
  readonly cores: number;
  /** Whether that is too much for the figures to be more than bounds. */
  readonly busy: boolean;
}

/**
 * Watches what processes other than this one and those that it started do.
 * @returns to be called when the measurement is over
 */
export function watchOtherWork(): () => OtherWork {
  const load = loadavg()[0] ?? 0;
  const before = processorTime();
  const began = performance.now();
  return () => {
    const after = processorTime();
    const seconds = (performance.now() - began) / 1000;
    const cores =
      before && after ? Math.max(0, after.all - before.all - (after.ours - before.ours)) / seconds : load;
    return { cores, busy: cores > BUSY };
  };
}

/** For the end of a report. */
export function describeOtherWork({ cores, busy }: OtherWork): string {
  const mark = busy ? ': BUSY, read the figures as bounds' : '';
  return `Other processes kept ${cores.toFixed(2)} cores busy meanwhile${mark}.`;
}

/** Seconds of processor time that all processes took so far, and this one with its descendants. */
function processorTime(): { readonly all: number; readonly ours: number } | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, ...counts] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0, stolen = 0] = counts;
  const processes = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readProcess(name) ?? []) : [],
  );
  const family = new Set([process.pid]);
  // a child may have a lower number than its parent, so until none is added
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  const ours = processes.reduce((sum, one) => sum + (family.has(one.id) ? one.ticks : 0), 0);
  return { all: (user + nice + system + interrupts + soft + stolen) * TICK, ours: ours * TICK };
}

interface Process {
  readonly id: number;
  readonly parent: number;
  /** Its own, and those of children that ended. */
  readonly ticks: number;
}

/** @see proc_pid_stat(5) */
function readProcess(id: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // the name is in brackets and may hold anything
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
    return { id: Number(id), parent: fields[1] ?? 0, ticks };
  } catch {
    return undefined; // it ended meanwhile
  }
}
