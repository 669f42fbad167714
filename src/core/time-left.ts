import { strings } from '../strings/index.ts';

const words = strings.timeLeft;

/** How long something takes still, as a person would say it. */
export function timeLeftText(seconds: number): string {
  if (seconds < 55) return words.seconds(Math.max(1, Math.round(seconds / 5) * 5));
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
}
