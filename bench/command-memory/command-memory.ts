/**
 * `npm run bench:command-memory [-- FOLDER]`: the most memory that `measure tails` ever had on a text, on one four times as long
 * and on one sixteen times as long, JavaScript's own part being limited to 128 MB. The model is a tiny one unless a folder is named:
 * what is asked is what the text takes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '../shared/machine.ts';
import { madeUpSentences } from '../shared/made-up-sentences.ts';

const SENTENCES = 20_000;
const TIMES = [1, 4, 16];
const HEAP_MB = 128;

const repository = fileURLToPath(new URL('../../', import.meta.url));
const model = process.argv[2] ?? join(repository, 'src/graph/fixtures/bert-f32');
const measure = join(repository, 'src/cli/measure.ts');
// said by the process itself at its end, in kilobytes
const saying = 'process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';
const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
console.log(describeMachine());
console.log('sentences    file    most memory');
try {
  for (const times of TIMES) {
    const path = join(folder, `${times}.txt`);
    writeFileSync(path, madeUpSentences(SENTENCES * times).join('\n'));
    const node = [`--max-old-space-size=${HEAP_MB}`, '--import', `data:text/javascript,${saying}`];
    const command = [
      ...node,
      '--import',
      'tsx',
      measure,
      'tails',
      '--model',
      model,
      '--data',
      path,
      '--json',
    ];
    // its report is not for reading here, and may be longer than what is kept of an answer
    const { status, stderr } = spawnSync(process.execPath, command, {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000;
    const size = `${(statSync(path).size / 1e6).toFixed(1)} MB`;
    const said = status === 0 ? `${peak.toFixed(0)} MB` : stderr.trim().slice(-300);
    console.log(`${String(SENTENCES * times).padStart(9)}  ${size.padStart(8)}  ${said}`);
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
