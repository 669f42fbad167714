import { beforeEach, describe, expect, it } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import type { SyntaxRequest } from '../../protocol/experiments/syntax.ts';
import { Engine } from '../engine.ts';
import { SessionQueue } from '../session-queue.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { experimentHandlers } from './answers.ts';

const settings = {
  treatment: { cut: [], where: 'after' },
  specials: 'include',
  seed: 1,
  columns: [0],
} as const;
const request: SyntaxRequest = {
  ...settings,
  name: 'words',
  sentences: Array.from({ length: 600 }, () => ['3', '4', '5']),
};

describe('an experiment that the page asks for', () => {
  const signal = () => new AbortController().signal;
  let engine: Engine;
  let model: FakeModel;
  beforeEach(async () => {
    engine = new Engine(new SessionQueue(() => new Promise((resolve) => setTimeout(resolve, 0))));
    model = new FakeModel();
    await engine.use(model);
  });

  it('says that there is no model before there is one', async () => {
    const { syntax } = experimentHandlers(new Engine(new SessionQueue()));
    const context = { signal: signal(), priority: 'batch', onProgress: () => undefined } as const;
    await expect(syntax(request, context)).rejects.toMatchObject({ code: 'no-model' });
  });

  it('says how far it is, and answers with the columns asked for', async () => {
    const said: number[] = [];
    const { syntax } = experimentHandlers(engine);
    const result = await syntax(request, {
      signal: signal(),
      priority: 'batch',
      onProgress: ({ sentences, of }) => said.push(sentences / of),
    });
    expect(said.at(-1)).toBe(1);
    expect([...result.before.columns.keys()]).toEqual([0]);
  });

  it('ends when nobody waits for it any more, and never runs beside another', async () => {
    const abort = new AbortController();
    const { syntax, sts } = experimentHandlers(engine);
    const first = syntax(request, {
      signal: abort.signal,
      priority: 'batch',
      onProgress: () => {
        abort.abort(TailscopeError.of('cancelled'));
      },
    });
    const pair = { line: 1, sentences: ['3 4', '5'] as const, score: 1 };
    const second = sts(
      { ...settings, name: 'pairs', subsets: [{ name: 'a', pairs: [pair] }] },
      { signal: signal(), priority: 'batch', onProgress: () => undefined },
    );
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect((await second).measured).toHaveLength(1);
    expect(model.overlap).toBe(1);
  });
});
