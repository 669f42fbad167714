/**
 * A document with what stands between two marks, `<!-- NAME -->` and `<!-- end of NAME -->`, replaced.
 * @throws Error where it lacks one of them
 */
export function replaceBetweenMarks(document: string, name: string, content: string): string {
  const [first, last] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(first);
  const to = document.indexOf(last);
  if (from === -1 || to < from) throw new Error(`the document lacks ${first} or ${last}`);
  return `${document.slice(0, from + first.length)}\n\n${content}\n\n${document.slice(to)}`;
}
