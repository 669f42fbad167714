import { CLAIMS } from '../../src/paper/claims.ts';
import type { Findings } from '../../src/paper/findings.ts';
import { strings } from '../../src/strings/index.ts';
import { markdownTable } from '../models-table/markdown.ts';

const words = strings.paper;

/** Every claim, what the paper has for it, what came of it on each model, and where others found otherwise: a table in Markdown. */
export function claimsTable(measured: readonly Findings[]): string {
  const head = [
    words.columns.claim,
    words.columns.paper,
    ...measured.map(({ model }) => model),
    words.elsewhereName,
  ];
  const rows = CLAIMS.map(({ id, source, judge }) => {
    const { claim, paper, elsewhere = '' } = words.claims[id];
    const cells = measured.map((findings) => {
      const found = judge(findings);
      const verdict = words.verdict[found.verdict];
      if (!('said' in found)) return verdict;
      // whichever model the column is of, these figures are not its own
      const whose = source === 'cards' ? `. ${words.on.cards}` : '';
      return `**${verdict}**: ${found.said}${whose}`;
    });
    return [claim, paper, ...cells, elsewhere].map((text) => text.replaceAll('|', '\\|'));
  });
  return markdownTable(head, rows);
}
