import { cpus, loadavg, release, totalmem, type as system } from 'node:os';

/**
 * The machine and how busy it is, for the head of a benchmark's output: a figure taken beside other
 * work is a bound, not a measurement.
 */
export function describeMachine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  // Windows has no load average and answers zero
  const load = loadavg()[0] ?? 0;
  const busy =
    load > 0.5 ? `, load ${load.toFixed(1)}: other work is running, read the figures as upper bounds` : '';
  return `${cores.length} cores of ${model}, ${memory} GiB, ${system()} ${release()}, Node ${process.versions.node}${busy}`;
}
