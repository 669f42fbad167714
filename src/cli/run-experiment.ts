import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import { readCorpus, requireDimensions } from '../engine/index.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import { experiments } from './experiments/index.ts';
import { load } from './load.ts';
import type { Screen } from './progress.ts';
import { readData } from './read-data.ts';
import { modelReport, type Report } from './report.ts';

/**
 * Runs one experiment.
 * @returns what goes to standard output
 * @throws TailscopeError
 */
export async function runExperiment(settings: Arguments, screen: Screen): Promise<string> {
  const began = performance.now();
  const data = await readData(settings.data, settings.limit);
  const { maskedWords = false, prepare, run } = experiments[settings.experiment];
  const { model: folder, weights } = settings;
  const model = await load({ folder, weights, maskedWords }, settings, screen);
  try {
    const { info, tokenizer } = model;
    requireDimensions(settings.cut, info.dims);
    const sentences = prepare?.(data.sentences, model) ?? data.sentences;
    const corpus = await readCorpus(tokenizer, sentences, settings.specials);
    if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
    if (corpus.truncated.length > 0) {
      screen.write(
        `${strings.cli.truncated({
          // their numbers in the text, from 1
          sentences: corpus.truncated.map(({ sentence }) => sentence + 1),
          most: info.maxTokens,
        })}\n`,
      );
    }
    const { fields, text } = await run({ model, sentences, corpus, settings, screen });
    const { cut, cutWhere, specials, seed, limit = null } = settings;
    const report: Report = {
      experiment: settings.experiment,
      model: modelReport(model),
      data: {
        name: data.name,
        sha256: data.sha256,
        sentences: corpus.sentences.length,
        tokens: corpus.tokens,
      },
      settings: { cut, cutWhere, remedy: null, specials, seed, limit },
      ...fields,
      seconds: Math.round(performance.now() - began) / 1000,
      version: version(),
    };
    if (settings.json) return JSON.stringify(report);
    const about = strings.cli.about({ ...report.data, model: info.id, data: data.name, specials });
    return `${about}; ${strings.cli.cut({ cut, where: cutWhere })}\n\n${text}`;
  } finally {
    await model.encoder.release();
  }
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}
