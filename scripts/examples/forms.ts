/** Forms that no rule below makes, of the words our examples use. */
const irregular: Record<string, readonly string[]> = {
  beat: ['beaten'],
  break: ['broke', 'broken'],
  catch: ['caught'],
  draw: ['drew', 'drawn'],
  lead: ['led'],
  run: ['ran'],
  strike: ['struck', 'stricken'],
};

/** Whether a token is an English word or an inflection of it, whatever its case. */
export function isFormOf(token: string, word: string): boolean {
  const lower = token.toLowerCase();
  const regular = [word, ...stems(word).flatMap((stem) => [`${stem}ed`, `${stem}ing`]), plural(word)];
  return regular.includes(lower) || (irregular[word] ?? []).includes(lower);
}

/** What -ed and -ing are put after. */
function stems(word: string): string[] {
  if (word.endsWith('e')) return [word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}i`, word];
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(word)) return [word + word.slice(-1)];
  return [word];
}

function plural(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
