/** The command `npm run -s measure`: figures to standard output, everything else to standard error. */
import { TailscopeError } from '../core/error.ts';
import { strings } from '../strings/index.ts';
import { readArguments } from './arguments.ts';
import { exitCode } from './report.ts';
import { runExperiment } from './run-experiment.ts';

async function main(): Promise<void> {
  try {
    const settings = readArguments(process.argv.slice(2));
    const output = settings === 'help' ? strings.cli.help : await runExperiment(settings, process.stderr);
    process.stdout.write(`${output}\n`);
  } catch (error) {
    const failure = TailscopeError.from(error);
    process.stderr.write(`${strings.cli.failed(failure)}\n`);
    process.exitCode = exitCode(failure);
  }
}

await main();
