import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { SessionQueue } from './session-queue.ts';

const never = new AbortController().signal;

function gate() {
  let resolved: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => {
    resolved = resolve;
  });
  const open = () => resolved?.();
  return { open, opened };
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('SessionQueue', () => {
  it('never runs two jobs at once', async () => {
    const queue = new SessionQueue();
    let running = 0;
    let most = 0;
    const job = () =>
      queue.run('live', never, async () => {
        most = Math.max(most, ++running);
        await soon();
        running--;
      });
    await Promise.all([job(), job(), job()]);
    expect(most).toBe(1);
  });

  it('starts live jobs before batch jobs that waited longer', async () => {
    const queue = new SessionQueue();
    const order: string[] = [];
    const { open, opened } = gate();
    const first = queue.run('live', never, () => opened);
    const rest = (['batch', 'live', 'batch', 'live'] as const).map((priority, i) =>
      queue.run(priority, never, () => {
        order.push(`${priority} ${i}`);
        return Promise.resolve();
      }),
    );
    open();
    await Promise.all([first, ...rest]);
    expect(order).toEqual(['live 1', 'live 3', 'batch 0', 'batch 2']);
  });

  it('lets live jobs in at a batch pause, and then goes on with that batch before others', async () => {
    const queue = new SessionQueue(soon);
    const order: string[] = [];
    const { open, opened } = gate();
    const batch = queue.run('batch', never, async (turn) => {
      order.push('batch 1');
      await opened;
      await turn.pause();
      order.push('batch 2');
    });
    const other = queue.run('batch', never, () => {
      order.push('other');
      return Promise.resolve();
    });
    const live = queue.run('live', never, async () => {
      await soon();
      order.push('live');
    });
    open();
    await Promise.all([batch, other, live]);
    expect(order).toEqual(['batch 1', 'live', 'batch 2', 'other']);
  });

  it('does not step aside when nothing live waits', async () => {
    const queue = new SessionQueue();
    const order: string[] = [];
    const job = (name: string) =>
      queue.run('batch', never, async (turn) => {
        order.push(`${name}1`);
        await turn.pause();
        order.push(`${name}2`);
      });
    await Promise.all([job('a'), job('b')]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('rejects a job cancelled before it starts, and never starts it', async () => {
    const queue = new SessionQueue();
    const { open, opened } = gate();
    const first = queue.run('live', never, () => opened);
    const controller = new AbortController();
    let started = false;
    const second = queue.run('live', controller.signal, () => {
      started = true;
      return Promise.resolve();
    });
    controller.abort(TailscopeError.of('superseded'));
    await expect(second).rejects.toMatchObject({ code: 'superseded' });
    open();
    await first;
    expect(started).toBe(false);
    await expect(
      queue.run('live', controller.signal, () => Promise.resolve()),
      'aborted before it asked',
    ).rejects.toMatchObject({ code: 'superseded' });
  });

  it('stops a job cancelled while it stepped aside, and the queue goes on', async () => {
    const queue = new SessionQueue(soon);
    const controller = new AbortController();
    const { open, opened } = gate();
    let finished = false;
    const batch = queue.run('batch', controller.signal, async (turn) => {
      await opened;
      await turn.pause();
      finished = true;
    });
    const live = queue.run('live', never, () => {
      controller.abort(TailscopeError.of('cancelled'));
      return Promise.resolve();
    });
    open();
    await expect(batch).rejects.toMatchObject({ code: 'cancelled' });
    await live;
    expect(finished).toBe(false);
    await expect(queue.run('live', never, () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('tells the batch under way when it is enough, held or not, and no other', async () => {
    const queue = new SessionQueue(soon);
    const ended: boolean[] = [];
    const job = (turn: { readonly enough: () => boolean }) => {
      ended.push(turn.enough());
      return Promise.resolve();
    };
    queue.end();
    const batch = queue.run('batch', never, async (turn) => {
      expect(turn.enough()).toBe(false);
      queue.hold();
      setTimeout(() => {
        queue.end();
      }, 5);
      await turn.pause();
      return job(turn);
    });
    const later = queue.run('batch', never, job);
    await Promise.all([batch, later]);
    expect(ended).toEqual([true, false]);
  });

  it('frees the session when a job throws', async () => {
    const queue = new SessionQueue();
    await expect(queue.run('live', never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.run('live', never, () => Promise.resolve(1))).resolves.toBe(1);
  });

  it('holds batches at their next pause while live work goes on, and then goes on with them', async () => {
    const queue = new SessionQueue(soon);
    const order: string[] = [];
    const batch = queue.run('batch', never, async (turn) => {
      order.push('batch 1');
      queue.hold();
      await turn.pause();
      order.push('batch 2');
    });
    const later = queue.run('batch', never, () => {
      order.push('later');
      return Promise.resolve();
    });
    await soon();
    await soon();
    await queue.run('live', never, () => {
      order.push('live');
      return Promise.resolve();
    });
    expect(order).toEqual(['batch 1', 'live']);
    queue.resume();
    await Promise.all([batch, later]);
    expect(order).toEqual(['batch 1', 'live', 'batch 2', 'later']);
  });

  it('begins no batch while it holds them, and runs those that waited once it does not', async () => {
    const queue = new SessionQueue();
    queue.hold();
    let ran = false;
    const batch = queue.run('batch', never, () => {
      ran = true;
      return Promise.resolve();
    });
    await soon();
    expect(ran).toBe(false);
    queue.resume();
    await batch;
    expect(ran).toBe(true);
  });

  it('goes on with a batch that was cancelled while it was held, so that it ends', async () => {
    const queue = new SessionQueue(soon);
    const controller = new AbortController();
    const batch = queue.run('batch', controller.signal, async (turn) => {
      queue.hold();
      await turn.pause();
    });
    await soon();
    controller.abort(TailscopeError.of('cancelled'));
    await expect(batch).rejects.toMatchObject({ code: 'cancelled' });
    await queue.run('batch', never, () => Promise.resolve());
  });
});
