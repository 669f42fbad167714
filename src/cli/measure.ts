/** The command `npm run -s measure`: figures to standard output, everything else to standard error. */
import { TailscopeError } from '../core/error.ts';
import { READ_IN_PAGE } from '../protocol/experiments/text-limits.ts';
import { strings } from '../strings/index.ts';
import { readArguments } from './arguments.ts';
import { exitCode } from './report.ts';
import { runExperiment } from './run-experiment.ts';
import { mergeShards } from './shards/merge.ts';

async function answer(argv: readonly string[]): Promise<string> {
  const [command, ...words] = argv;
  if (command === 'merge') {
    const json = words.includes('--json');
    return mergeShards(
      words.filter((word) => word !== '--json'),
      json,
    );
  }
  const settings = readArguments(argv);
  return settings === 'help'
    ? strings.cli.help(READ_IN_PAGE)
    : runExperiment(settings, process.stderr, onFailure);
}

/** The figures of the others are printed all the same. */
function onFailure(): void {
  process.exitCode = 1;
}

async function main(): Promise<void> {
  try {
    const output = await answer(process.argv.slice(2));
    process.stdout.write(`${output}\n`);
  } catch (error) {
    const failure = TailscopeError.from(error);
    process.stderr.write(`${strings.cli.failed(failure)}\n`);
    process.exitCode = exitCode(failure);
  }
}

await main();
