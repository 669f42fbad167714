import { Tensor } from 'onnxruntime-common';
import { expect, it, vi } from 'vitest';
import { chainSessions } from './chained-session.ts';
import type { Session } from './encoder.ts';

const scalar = (value: number) => new Tensor('float32', Float32Array.of(value), [1]);
const valueOf = (tensor: Tensor | undefined) => (tensor?.data as Float32Array | undefined)?.[0];

/** Adds one to its input for each output. */
function counter(input: string, outputNames: readonly string[]): Session & { release: () => Promise<void> } {
  return {
    inputNames: [input],
    outputNames,
    release: vi.fn(() => Promise.resolve()),
    run: vi.fn((feeds: Record<string, Tensor>, outputs: readonly string[]) => {
      const value = valueOf(feeds[input]) ?? NaN;
      return Promise.resolve(
        Object.fromEntries(
          outputs.map((name) => [name, scalar(value + 1 + outputNames.indexOf(name))] as const),
        ),
      );
    }),
  };
}

async function chainOf(sessions: readonly Session[]): Promise<Session> {
  const left = [...sessions];
  return chainSessions(
    sessions.map(() => new Uint8Array()),
    () => Promise.resolve(left.shift() ?? Promise.reject(new Error('too many'))),
  );
}

it('takes what no session makes, and gives what all make', async () => {
  const chain = await chainOf([counter('ids', ['a', 'b']), counter('b', ['c'])]);
  expect(chain.inputNames).toEqual(['ids']);
  expect(chain.outputNames).toEqual(['a', 'b', 'c']);
});

it('hands outputs on, asks for no others, and lets go of what was not asked for', async () => {
  const [first, second] = [counter('ids', ['a', 'b']), counter('b', ['c'])];
  const dispose = vi.spyOn(Tensor.prototype, 'dispose');
  const chain = await chainOf([first, second]);
  const found = await chain.run({ ids: scalar(10) }, ['c']);
  expect(first.run).toHaveBeenCalledWith(expect.anything(), ['b']);
  expect(Object.keys(found)).toEqual(['c']);
  expect(valueOf(found['c'])).toBe(13);
  expect(dispose).toHaveBeenCalledTimes(1);
  dispose.mockRestore();
});

it('is the session itself where there is one graph', async () => {
  const only = counter('ids', ['a']);
  expect(await chainOf([only])).toBe(only);
});

it('is made in the order that is asked for, and run in its own', async () => {
  const sessions = new Map([
    ['b', counter('a', ['b'])],
    ['a', counter('ids', ['a'])],
  ]);
  const made: string[] = [];
  const chain = await chainSessions(
    ['a', 'b'],
    (name) => {
      made.push(name);
      return Promise.resolve(sessions.get(name) ?? counter('', []));
    },
    (a, b) => b.localeCompare(a),
  );
  expect(made).toEqual(['b', 'a']);
  expect(valueOf((await chain.run({ ids: scalar(10) }, ['b']))['b'])).toBe(12);
});

it('lets go of those before one that cannot be made', async () => {
  const first = counter('ids', ['a']);
  const made = vi.fn<() => Promise<Session>>().mockResolvedValueOnce(first);
  made.mockRejectedValueOnce(new Error('no room'));
  await expect(chainSessions([new Uint8Array(), new Uint8Array()], made)).rejects.toThrow('no room');
  expect(first.release).toHaveBeenCalledTimes(1);
});

it('lets go of all', async () => {
  const [first, second] = [counter('ids', ['a']), counter('a', ['b'])];
  await (await chainOf([first, second])).release();
  expect(first.release).toHaveBeenCalledTimes(1);
  expect(second.release).toHaveBeenCalledTimes(1);
});
