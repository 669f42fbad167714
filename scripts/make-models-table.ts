/**
 * `npm run make:models-table`: measures every architecture's fixtures, as they are and from every source, and writes
 * their errors into docs/models.md. Those of ONNX exports in every combination are `scripts/onnx/sweep.ts`'s.
 */
import { architecturesTable } from './models-table/architectures-table.ts';
import { fillDocument } from './models-table/fill-document.ts';
import { sourcesTable } from './models-table/sources-table.ts';

await fillDocument('models.md', {
  architectures: await architecturesTable(),
  sources: await sourcesTable(),
});
