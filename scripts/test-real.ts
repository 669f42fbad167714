/**
 * `npm run test:real`: the tests on a real checkpoint, its quantized export and real corpora. Needs `npm run get:minilm`,
 * `python -m models.onnx_export --model .checkpoints/all-MiniLM-L6-v2` and TAILSCOPE_DATA.
 */
import { runStep, type Step } from './report/steps.ts';

const steps: readonly Step[] = [
  ['real checkpoint, in Node', 'test:real:node'],
  ['build', 'build'],
  ['real checkpoint, in the page', 'test:real:page'],
];

// all of them, even after a failure: they take long, and each says something of its own
const outcomes = steps.map(runStep);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
