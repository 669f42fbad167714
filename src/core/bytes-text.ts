import { strings } from '../strings/index.ts';

const words = strings.chooser;

/** A size in decimal units, with as many digits as say something: "412 bytes", "1.8 MB", "436 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return words.bytes(String(Math.round(bytes)));
  if (bytes < 999_500) return words.kilobytes(digits(bytes / 1e3));
  return bytes < 999.5e6 ? words.megabytes(digits(bytes / 1e6)) : words.gigabytes((bytes / 1e9).toFixed(2));
}

function digits(value: number): string {
  return value.toFixed(value < 9.95 ? 1 : 0);
}
