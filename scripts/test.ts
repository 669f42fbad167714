/** `npm test`: everything that needs no real checkpoint, the cheapest first; the first failure ends it. */
import { clearReports, tellReports } from './report/reports.ts';
import { runStep, type Step } from './report/steps.ts';

const steps: readonly Step[] = [
  ['format', 'test:format'],
  ['types', 'test:types'],
  ['lint', 'test:lint'],
  ['layers', 'test:layers'],
  ['unit tests', 'test:unit'],
  ['build and its size', 'test:build'],
  ['end-to-end tests', 'test:e2e'],
];

clearReports();
const failure = steps.find((step) => !runStep(step));
console.log('');
const { passed, failed } = tellReports();
if (failure) console.log(`Stopped at the first failure: ${failure[0]}. Again alone: npm run ${failure[1]}`);
else console.log(`All checks passed: ${steps.map(([name]) => name).join(', ')}.`);
console.log(`${passed} passed, ${failure ? Math.max(1, failed) : failed} failed`);
process.exitCode = failure ? 1 : 0;
