/** A name out of a file, which may be of any length, for a sentence. */
export const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
