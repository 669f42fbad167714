import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// the project's own configuration, without the rules that need a file to exist and be compiled
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked }],
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
});

async function complaints(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

const syntax = 'no-restricted-syntax';
const globals = 'no-restricted-globals';

describe('the boundaries that imports do not show', () => {
  it.each([
    ['src/panels/a.ts', 'worker.postMessage(1);', syntax],
    ['src/engine/a.ts', 'postMessage(1);', syntax],
    ['src/panels/a.ts', 'const a = location.hash;', globals],
    ['src/ui/a.ts', 'history.back();', globals],
    ['src/client/a.ts', 'const a = window.location.href;', syntax],
    ['src/engine/worker/a.ts', 'const a = self.location.href;', syntax],
    ['src/store/a.ts', "window.addEventListener('popstate', f);", syntax],
    ['src/store/permalink.ts', 'port.postMessage(1);', syntax],
    ['src/client/a.ts', 'worker.postMessage(1);', syntax],
    ['src/engine/worker/a.ts', 'self.postMessage(1);', syntax],
    ['src/store/link/a.ts', 'const a = location.hash;', globals],
    ['src/panels/a.ts', "fetch('/a');", globals],
    ['src/engine/worker/remote/a.ts', "fetch('/a');", globals],
    ['src/remote/a.ts', "fetch('/a');", globals],
    ['src/cli/a.ts', "fetch('/a');", globals],
    ['src/store/permalink.ts', "fetch('/a');", globals],
    ['src/store/a.ts', "new WebSocket('/a');", globals],
    ['src/panels/a.ts', 'navigator.sendBeacon(a, b);', syntax],
    ['src/engine/worker/a.ts', "self.fetch('/a');", syntax],
    ['src/remote/http.ts', 'port.postMessage(1);', syntax],
    ['src/measures/a.ts', 'const a = Math.random();', syntax],
    ['src/client/a.ts', 'const a = Math.random();', syntax],
    ['src/charts/a.ts', "node.innerHTML = '<b>';", syntax],
    ['src/panels/a.tsx', 'const a = <p>Cut all</p>;', syntax],
    ['src/panels/a.tsx', 'const a = <p title="Cut all" />;', syntax],
    ['src/panels/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: b }} />;', syntax],
  ])('%s may not: %s', async (file, text, rule) => {
    await expect(complaints(file, text)).resolves.toEqual([rule]);
  });

  it.each([
    ['src/protocol/channel/a.ts', 'port.postMessage(1);'],
    ['src/engine/worker/spinner.ts', 'self.postMessage(1);'],
    ['src/engine/worker/breathe.ts', 'port.postMessage(1);'],
    ['src/isolation/a.ts', 'location.reload();'],
    ['src/isolation/worker/a.ts', 'fetch(request);'],
    ['src/remote/http.ts', 'fetch(url, { signal });'],
    ['src/store/a.ts', 'const fetch = () => 1; fetch();'],
    ['src/store/permalink.ts', "addEventListener('popstate', f); const a = location.hash; history.back();"],
    ['src/panels/a.tsx', 'const a = <p title={strings.cut}>{strings.cut} · 1</p>;'],
    ['src/panels/a.test.tsx', 'const a = <p>Cut all</p>;'],
  ])('%s may: %s', async (file, text) => {
    await expect(complaints(file, text)).resolves.toEqual([]);
  });
});
