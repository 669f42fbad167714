/** "1 token", "2 tokens", "1,024 tokens". */
export function many(count: number | string, one: string, more: string): string {
  return `${count} ${String(count) === '1' ? one : more}`;
}
