import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strings } from '../../src/strings/index.ts';
import { NO_FINDINGS } from '../../src/paper/findings.ts';
import { claimsTable } from './claims-table.ts';

test('has a row for each claim, and in its last cell where others found otherwise', () => {
  const [head = '', , ...rows] = claimsTable([{ ...NO_FINDINGS, model: 'mine' }]).split('\n');
  expect(head).toBe('| Claim | The paper | mine | Elsewhere |');
  const claims = Object.values(strings.paper.claims);
  expect(rows).toHaveLength(claims.length);
  for (const { claim, elsewhere } of claims) {
    const row = rows.find((one) => one.startsWith(`| ${claim} |`)) ?? '';
    expect(row.endsWith(`| ${elsewhere ?? ''} |`)).toBe(true);
  }
});

const { perplexity, without } = strings.paper.claims;

test.each([perplexity, without])(
  'says of “$claim” that the figures are the bundled models’, here and in the README',
  ({ claim }) => {
    const twin = (name: string, of: number) => ({ name, perplexity: of, tails: [180] });
    const twins = { with: twin('a', 4.3), without: twin('b', 354) };
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const table of [claimsTable([{ ...NO_FINDINGS, model: 'mine', twins }]), readme]) {
      const row = table.split('\n').find((line) => line.startsWith(`| ${claim} `)) ?? '';
      const judged = row.match(/\*\*(agrees|differs)\*\*: [^|]+/g) ?? [];
      expect(judged.length).toBeGreaterThan(0);
      for (const cell of judged)
        expect(cell.trim()).toMatch(/\w[.] As the cards of the bundled models say[.]$/);
    }
  },
);
