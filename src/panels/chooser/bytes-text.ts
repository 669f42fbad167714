import { decimal } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';

const words = strings.chooser;

/** A size in decimal units, with as many digits as say something: "412 bytes", "1.8 MB", "436 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return words.bytes(String(Math.round(bytes)));
  if (bytes < 999_500) return words.kilobytes(digits(bytes / 1e3));
  return bytes < 999.5e6 ? words.megabytes(digits(bytes / 1e6)) : words.gigabytes(decimal(bytes / 1e9, 2));
}

function digits(value: number): string {
  return decimal(value, value < 9.95 ? 1 : 0);
}

/** How long something takes still, as a person would say it. */
export function timeLeftText(seconds: number): string {
  if (seconds < 55) return words.secondsLeft(Math.max(1, Math.round(seconds / 5) * 5));
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? words.minutesLeft(minutes) : words.hoursLeft(Math.floor(minutes / 60), minutes % 60);
}
