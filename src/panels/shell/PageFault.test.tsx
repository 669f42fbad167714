import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageFault } from './PageFault.tsx';

/** What stands in place of what could not be drawn; a server renders no boundary's other side by itself. */
function drawn(message: string): string {
  const fault = new PageFault({ children: 'what could be drawn' });
  fault.state = PageFault.getDerivedStateFromError(new Error(message));
  return renderToStaticMarkup(fault.render());
}

test('a fault promises only what a reload brings back', () => {
  const text = drawn('x is undefined');
  expect(text).toContain('up to 200,000 characters');
  expect(text).toContain('has to be opened again');
  expect(text).not.toContain('kept in the address');
});

test('what the browser said is there for whoever opens it, and in no sentence', () => {
  const text = drawn('x is undefined');
  expect(text).toMatch(/<details[^>]*><summary>What the browser said<\/summary>x is undefined<\/details>/);
  expect(text.replace(/<details.*<\/details>/, '')).not.toContain('undefined');
});
