/** A link's name for a file: no control characters, whole characters, and not endless. */
export function linkName(name: string): string {
  return Array.from(name.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''))
    .slice(0, 100)
    .join('');
}
