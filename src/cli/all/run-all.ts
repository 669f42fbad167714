import { TailscopeError } from '../../core/error.ts';
import { strings } from '../../strings/index.ts';
import type { Arguments } from '../arguments.ts';
import { pathOf } from '../data-files.ts';
import { experiments } from '../experiments/index.ts';
import { idleFlags, withoutIdle } from '../idle-settings.ts';
import { load } from '../load.ts';
import { measureOn } from '../measure-on.ts';
import type { Screen } from '../progress.ts';
import { readRemedyData } from '../read-data.ts';
import { modelReport, type Report } from '../report.ts';
import { findData, type Found } from './find-data.ts';

/** An experiment whose data would not do, while the others went on. */
interface Failure extends Found {
  readonly error: string;
}

/**
 * Runs every experiment that there is data for, with one load of the model; one whose data will not do is told, and the others go on.
 * What of the settings says nothing to an experiment is left out there, and said.
 * @param onFailure told of each that could not be run
 * @returns what goes to standard output
 * @throws TailscopeError("no-data-found" | ...)
 */
export async function runAll(settings: Arguments, screen: Screen, onFailure?: () => void): Promise<string> {
  const path = pathOf(settings.data);
  const found = await findData(settings);
  if (found.length === 0) throw TailscopeError.of('no-data-found', { path });
  const remedyData = await readRemedyData(settings);
  const { model: named, weights, json } = settings;
  const model = await load({ model: named, weights, maskedWords: false }, settings, screen);
  const reports: Report[] = [];
  const failures: Failure[] = [];
  const texts: string[] = [];
  try {
    for (const { experiment, path: own, train } of found) {
      const data = { kind: 'file', path: own } as const;
      const given: Arguments<typeof experiment> = { ...settings, experiment, data, train };
      const flags = idleFlags(given);
      const idle = flags.length === 0 ? [] : [strings.cli.idle({ experiment, flags })];
      const heading = [strings.cli.ran({ experiment }), ...idle].join('\n');
      for (const line of [strings.cli.runs({ experiment, path: own }), ...idle]) screen.write(`${line}\n`);
      const asked = withoutIdle(given);
      try {
        const input = { prepared: await experiments[experiment](asked), remedyData };
        const { report, text } = await measureOn(model, asked, input, screen);
        reports.push(report);
        texts.push(`${heading}\n${text}`);
      } catch (error) {
        const { sentence } = TailscopeError.from(error);
        onFailure?.();
        failures.push({ experiment, path: own, error: sentence });
        texts.push(`${heading}\n${sentence}`);
      }
    }
    return json
      ? JSON.stringify({ experiment: 'all', model: modelReport(model), reports, failures })
      : texts.join('\n\n\n');
  } finally {
    await model.encoder.release();
  }
}
