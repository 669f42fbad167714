import { watchOtherWork, type OtherWork } from './other-work.ts';

/** A rival: one measurement of it. */
export type Measurement = () => Promise<number>;

/** What peers measured, round by round. */
export interface Rounds {
  readonly figures: ReadonlyMap<string, readonly number[]>;
  /** What other processes did during these rounds. */
  readonly otherWork: OtherWork;
}

export interface AlternateOptions {
  /** Whether each is run once unmeasured before; true when left out. */
  readonly warmUp?: boolean;
  /** To be called when a round begins and when it is over; by default watches the machine. */
  readonly watch?: () => () => OtherWork;
}

/** Rounds at most for each that is asked for. */
const PATIENCE = 2;

/**
 * Measures peers by turns, so that whatever else the machine does falls on all of them, in an order that turns
 * round from one round to the next. Rounds beside other work are measured again, up to as many more as were
 * asked for; the quietest count.
 */
export async function alternate<Name extends string>(
  peers: Readonly<Record<Name, Measurement>>,
  rounds: number,
  { warmUp = true, watch = watchOtherWork }: AlternateOptions = {},
): Promise<Rounds> {
  const entries = Object.entries<Measurement>(peers);
  if (warmUp) for (const [, measure] of entries) await measure();
  const all: { readonly figures: ReadonlyMap<string, number>; readonly otherWork: OtherWork }[] = [];
  const quiet = () => all.filter(({ otherWork }) => !otherWork.busy).length;
  while (all.length < PATIENCE * rounds && quiet() < rounds) {
    const figures = new Map<string, number>();
    const stop = watch();
    for (const [name, measure] of all.length % 2 === 0 ? entries : entries.toReversed())
      figures.set(name, await measure());
    all.push({ figures, otherWork: stop() });
  }
  const chosen = all.toSorted((a, b) => a.otherWork.cores - b.otherWork.cores).slice(0, rounds);
  return {
    figures: new Map(entries.map(([name]) => [name, chosen.map(({ figures }) => figures.get(name) ?? NaN)])),
    otherWork: {
      cores: chosen.reduce((sum, { otherWork }) => sum + otherWork.cores, 0) / chosen.length,
      busy: chosen.some(({ otherWork }) => otherWork.busy),
    },
  };
}

/** Round by round, how many times the one the other is. */
export function ratios(one: readonly number[] = [], other: readonly number[] = []): number[] {
  return one.map((value, round) => value / (other[round] ?? NaN));
}
