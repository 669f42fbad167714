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
