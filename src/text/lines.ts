/**
 * The lines of a text, whichever system wrote its newlines (\n, \r\n, \r); empty ones are kept, so that
 * an index is a line number. A byte order mark and the newline that ends a file make no line.
 */
export function lines(text: string): string[] {
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (all.at(-1) === '') all.pop();
  return all;
}
