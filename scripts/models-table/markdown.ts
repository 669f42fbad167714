/** A table in Markdown; `prettier` sets its columns. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** An error as the tables have it. */
export const shown = (error: number): string => (error === 0 ? '0' : error.toExponential(0));
