import { expect, test } from 'vitest';
import { strings } from '../strings/index.ts';
import { Progress } from './progress.ts';

/** A log, where a line stays. */
class Log {
  text = '';
  write(text: string): void {
    this.text += text;
  }
}

test('a log says the end of a pass at once, and what came before it only every so often', () => {
  const log = new Log();
  const progress = new Progress(log);
  for (const done of [1, 2, 3]) progress.say(done, 3);
  expect(log.text).toMatch(/^3 of 3 sentences, \d+ a second\n$/);
});

test('layers that are trained are whole ones, and the next in per cent', () => {
  const log = new Log();
  const progress = new Progress(log, ({ sentences, of }) => strings.origins.probe.trained(sentences, of));
  for (let epoch = 0; epoch <= 125; epoch++) progress.say(epoch / 25, 5);
  expect(log.text).toBe('5 of 5 layers trained\n');
  expect(strings.origins.probe.trained(34 / 25, 5)).toBe('1 of 5 layers trained, the next to 36 %');
});
