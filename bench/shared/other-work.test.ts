import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { describeOtherWork, watchOtherWork } from './other-work.ts';

const WORK = 500;
/** Cores: the system counts in hundredths of a second. */
const SLACK = 0.2;

describe.runIf(process.platform === 'linux')('watchOtherWork', () => {
  it('leaves the others what the machine has beyond this process and those that it started', async () => {
    const stop = watchOtherWork();
    const began = performance.now();
    const child = spawn(process.execPath, [
      '-e',
      `for (const end = Date.now() + ${WORK}; Date.now() < end; );`,
    ]);
    const before = process.cpuUsage();
    while (performance.now() - began < WORK);
    await new Promise((resolve) => child.on('exit', resolve));
    const { user, system } = process.cpuUsage(before);
    const { cores } = stop();
    // the child's share is not known from outside; on two cores this process's alone tells
    const ours = (user + system) / 1000 / (performance.now() - began);
    expect(ours).toBeGreaterThan(0);
    expect(cores).toBeLessThan(availableParallelism() - ours + SLACK);
  });
});

describe('describeOtherWork', () => {
  it('marks what was taken on a busy machine', () => {
    expect(describeOtherWork({ cores: 0.04, busy: false })).not.toContain('BUSY');
    expect(describeOtherWork({ cores: 1.2, busy: true })).toContain('1.20 cores busy meanwhile: BUSY');
  });
});
