import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { requireDimensions } from '../engine/index.ts';
import { remedyName } from '../measures/remedy.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import { experiments } from './experiments/index.ts';
import { runControl } from './control.ts';
import { load } from './load.ts';
import type { Screen } from './progress.ts';
import { modelReport, type Report } from './report.ts';

/**
 * Runs one experiment.
 * @returns what goes to standard output
 * @throws TailscopeError
 */
export async function runExperiment(settings: Arguments, screen: Screen): Promise<string> {
  const began = performance.now();
  const prepared = await experiments[settings.experiment](settings);
  const { maskedWords = false } = prepared;
  const { model: folder, weights } = settings;
  const model = await load({ folder, weights, maskedWords }, settings, screen);
  try {
    const { info } = model;
    requireDimensions(settings.cut, info.dims);
    const { fields, text, measured } = await prepared.run({ model, settings, screen });
    const control = settings.control
      ? await runControl(fields, info.dims, settings, (cut) =>
          prepared.run({ model, settings: { ...settings, cut }, screen }),
        )
      : undefined;
    const { cut, cutWhere, specials, seed, limit = null } = settings;
    const remedy = remedyName(settings.remedy);
    const report: Report = {
      experiment: settings.experiment,
      model: modelReport(model),
      data: prepared.data ? { ...prepared.data, ...measured } : null,
      settings: { cut, cutWhere, remedy, specials, seed, limit },
      ...fields,
      ...(control && { control: control.fields }),
      seconds: Math.round(performance.now() - began) / 1000,
      version: version(),
    };
    if (settings.json) return JSON.stringify(report);
    if (!report.data) return `${strings.cli.weightsAlone(info.id)}\n\n${text}`;
    const { name } = report.data;
    const about = strings.cli.about({ ...report.data, model: info.id, data: name, specials });
    const treated = strings.cli.treated({ cut, where: cutWhere, remedy });
    return [`${about}; ${treated}`, text, ...(control ? [control.text] : [])].join('\n\n');
  } finally {
    await model.encoder.release();
  }
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}
