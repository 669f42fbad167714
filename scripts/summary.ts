/**
 * The last line of a whole run: the sum of the reports it left.
 * Argument: how many of its steps failed, of which at least one must show as a failure.
 */
import { tellReports } from './report/reports.ts';

const brokenSteps = Number(process.argv[2] ?? 0);
const { passed, failed } = tellReports();
const failures = brokenSteps > 0 ? Math.max(1, failed) : failed;
console.log(`${passed} passed, ${failures} failed`);
// a run that tested nothing proved nothing
process.exitCode = failures > 0 || passed === 0 ? 1 : 0;
