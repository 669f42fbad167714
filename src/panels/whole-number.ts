/** The whole number that somebody typed in digits, up to `most`; undefined for anything else ("1e1", "0x10", "-3", ""). */
export function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  return number <= most ? number : undefined;
}
