import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { inOnePart, readCorpus, requireDimensions } from '../engine/index.ts';
import type { NodeModel } from '../engine/node/index.ts';
import { remedyName } from '../measures/remedy.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import { strings } from '../strings/index.ts';
import type { Arguments, ExperimentName } from './arguments.ts';
import { warnEmpty, warnTruncated, type Prepared } from './context.ts';
import { runControl } from './control.ts';
import type { Screen } from './progress.ts';
import type { Data } from './read-data.ts';
import { modelReport, type Report } from './report.ts';
import { treatedText } from './treated-text.ts';

/** What an experiment runs on beside the model. */
export interface Input {
  readonly prepared: Prepared;
  /** What remedies are fitted on, where that is not the data. */
  readonly remedyData: Data | undefined;
}

/**
 * Runs an experiment on a model that is loaded.
 * @param began when the work on it began, in milliseconds of `performance`
 * @throws TailscopeError
 */
export async function measureOn(
  model: NodeModel,
  settings: Arguments<ExperimentName>,
  { prepared, remedyData }: Input,
  screen: Screen,
  began = performance.now(),
): Promise<{ readonly report: Report; readonly text: string }> {
  const { info } = model;
  requireDimensions(settings.cut, info.dims);
  requireDimensions(settings.base?.cut ?? [], info.dims);
  const fitted = (settings.remedy ?? settings.base?.remedy) ? remedyData : undefined;
  // read as what is measured is
  const fitOn = fitted && inOnePart(await readCorpus(model.tokenizer, fitted.sentences, settings.specials));
  const context = { model, settings, screen, fitOn };
  warnEmpty(screen, prepared.data?.empty);
  const { fields, text, measured, truncated = [] } = await prepared.run(context);
  const lines = (await prepared.linesOf?.(truncated)) ?? truncated.map((sentence) => sentence + 1);
  warnTruncated(context, lines);
  const control = settings.control
    ? await runControl(fields, info.dims, settings, (cut) =>
        // of what stands before there is no control
        prepared.run({ ...context, settings: { ...settings, cut, base: undefined } }),
      )
    : undefined;
  const { cut, cutWhere, base, specials, seed, limit = null } = settings;
  const remedy = remedyName(settings.remedy);
  const against = base && { cut: base.cut, cutWhere: base.where, remedy: remedyName(base.remedy) };
  const positions = positionsName(settings.positions);
  const report: Report = {
    experiment: settings.experiment,
    model: modelReport(model),
    data: prepared.data ? { ...prepared.data, ...measured, truncated: lines } : null,
    settings: {
      cut,
      cutWhere,
      remedy,
      ...(fitted && { remedyData: { name: fitted.name, sha256: fitted.sha256 } }),
      ...(against && { against }),
      ...(positions !== undefined && { positions }),
      specials,
      seed,
      limit,
    },
    ...fields,
    ...(control && { control: control.fields }),
    seconds: Math.round(performance.now() - began) / 1000,
    version: version(),
  };
  if (!report.data) return { report, text: `${strings.cli.weightsAlone(info.id)}\n\n${text}` };
  const { name } = report.data;
  const about = strings.cli.about({ ...report.data, model: info.id, data: name, specials });
  const treated = treatedText(report.settings);
  const parts = [`${about}; ${treated}`, text, ...(control ? [control.text] : [])];
  return { report, text: parts.join('\n\n') };
}

/** As --positions has it; undefined where they are as they are. */
function positionsName(move: PositionMove): string | undefined {
  if (move.kind === 'as-they-are') return undefined;
  return move.kind === 'shifted' ? `shift:${move.by}` : move.kind;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}
