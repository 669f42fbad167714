/** A name for a sentence: those in files may be of any length. */
export const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
