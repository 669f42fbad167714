import { TailscopeError } from '../../core/error.ts';
import { strings } from '../../strings/index.ts';
import { WITH_BEFORE, WITHOUT_POSITIONS, WITHOUT_REMEDY, type Arguments } from '../arguments.ts';
import { pathOf } from '../data-files.ts';
import { experiments } from '../experiments/index.ts';
import { load } from '../load.ts';
import { measureOn } from '../measure-on.ts';
import type { Screen } from '../progress.ts';
import { modelReport, type Report } from '../report.ts';
import { findData, type Found } from './find-data.ts';

/** An experiment whose data would not do, while the others went on. */
interface Failure extends Found {
  readonly error: string;
}

/**
 * Runs every experiment that there is data for, with one load of the model; one whose data will not do is told, and the others go on.
 * @param onFailure told of each that could not be run
 * @returns what goes to standard output
 * @throws TailscopeError("no-data-found" | ...)
 */
export async function runAll(settings: Arguments, screen: Screen, onFailure?: () => void): Promise<string> {
  const path = pathOf(settings.data);
  const found = (await findData(settings)).filter(
    ({ experiment }) =>
      !(settings.remedy && WITHOUT_REMEDY.includes(experiment)) &&
      !(settings.positions.kind !== 'as-they-are' && WITHOUT_POSITIONS.includes(experiment)),
  );
  if (found.length === 0) throw TailscopeError.of('no-data-found', { path });
  const { model: named, weights, json } = settings;
  const model = await load({ model: named, weights, maskedWords: false }, settings, screen);
  const reports: Report[] = [];
  const failures: Failure[] = [];
  const texts: string[] = [];
  try {
    for (const { experiment, path: own, train } of found) {
      screen.write(`${strings.cli.runs({ experiment, path: own })}\n`);
      const data = { kind: 'file', path: own } as const;
      const compares = WITH_BEFORE.includes(experiment);
      const control = settings.control && compares;
      const base = compares ? settings.base : undefined;
      const asked: Arguments<typeof experiment> = { ...settings, experiment, data, train, control, base };
      try {
        const { report, text } = await measureOn(model, asked, await experiments[experiment](asked), screen);
        reports.push(report);
        texts.push(`${strings.cli.ran({ experiment })}\n${text}`);
      } catch (error) {
        const { sentence } = TailscopeError.from(error);
        onFailure?.();
        failures.push({ experiment, path: own, error: sentence });
        texts.push(`${strings.cli.ran({ experiment })}\n${sentence}`);
      }
    }
    return json
      ? JSON.stringify({ experiment: 'all', model: modelReport(model), reports, failures })
      : texts.join('\n\n\n');
  } finally {
    await model.encoder.release();
  }
}
