import { CLAIMS } from '../../src/paper/claims.ts';
import type { Findings } from '../../src/paper/findings.ts';
import { strings } from '../../src/strings/index.ts';
import { markdownTable } from '../models-table/markdown.ts';

const words = strings.paper;

/** Every claim, what the paper has for it, and what came of it on each model: a table in Markdown. */
export function claimsTable(measured: readonly Findings[]): string {
  const head = [words.columns.claim, words.columns.paper, ...measured.map(({ model }) => model)];
  const rows = CLAIMS.map(({ id, judge }) => {
    const { claim, paper } = words.claims[id];
    const cells = measured.map((findings) => {
      const found = judge(findings);
      const verdict = words.verdict[found.verdict];
      return 'said' in found ? `**${verdict}**: ${found.said}` : verdict;
    });
    return [claim, paper, ...cells].map((text) => text.replaceAll('|', '\\|'));
  });
  return markdownTable(head, rows);
}
