/** Ways to open an export, of which one process takes one; 'nothing' is what the process needs by itself. */
export const WAYS = ['nothing', 'edit', 'edited session', 'plain session'] as const;
