import { spawn, type ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { browserArguments } from '../../scripts/browser/arguments.ts';
import { getBrowser } from '../../scripts/browser/get.ts';

type Params = Record<string, unknown>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/**
 * A browser with one page that is only told where to go and what to run. Playwright listens to the network of
 * each page it drives, for which Chromium keeps every answer in the page's own process, in base64: of this page
 * 34 MB, of files that the page itself has long let go of.
 */
export class BareBrowser {
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #workers = new Set<string>();
  #page = '';
  #lastId = 0;

  private constructor(started: ChildProcess, input: Writable, output: Readable) {
    this.#process = started;
    this.#input = input;
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(parse(message));
    });
  }

  /**
   * @param profile folder in which the browser keeps what it stores
   * @param script run in the page before its own
   */
  static async open(url: string, profile: string, script: string): Promise<BareBrowser> {
    const started = spawn(
      getBrowser(),
      [
        ...browserArguments(),
        '--headless=new',
        '--disable-background-timer-throttling',
        '--disable-renderer-backgrounding',
        '--disable-backgrounding-occluded-windows',
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const [, , , input, output] = started.stdio;
    if (!(input instanceof Writable && output instanceof Readable)) throw new Error('There are no pipes.');
    const browser = new BareBrowser(started, input, output);
    const { targetId } = await browser.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.#page = String(sessionId);
    await browser.#ask('Page.enable');
    await browser.#ask('Page.addScriptToEvaluateOnNewDocument', { source: script });
    await browser.#ask('Page.navigate', { url });
    return browser;
  }

  /** Runs an expression in the page and waits for it. @throws what it throws */
  async evaluate(expression: string): Promise<void> {
    const { exceptionDetails } = await this.#ask('Runtime.evaluate', {
      expression,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  }

  /** Waits until an expression is true in the page, looking twenty times a second. */
  async until(expression: string): Promise<void> {
    await this.evaluate(
      `new Promise((resolve) => { const timer = setInterval(() => { if (${expression}) { clearInterval(timer); resolve(); } }, 50); })`,
    );
  }

  /** Presses a button as soon as there is one whose label, else text, matches. @param label a regular expression's source */
  async press(label: string): Promise<void> {
    const pattern = `new RegExp(${JSON.stringify(label)})`;
    const button = `[...document.querySelectorAll('button:enabled')].find((one) => ${pattern}.test(one.ariaLabel ?? one.textContent))`;
    await this.until(`${button} !== undefined`);
    await this.evaluate(`${button}.click()`);
  }

  /** Types a line into the field that a selector finds, and presses Enter. */
  async type(selector: string, text: string): Promise<void> {
    const field = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${field} !== null`);
    await this.evaluate(`${field}.focus()`);
    await this.#ask('Input.insertText', { text });
    for (const type of ['keyDown', 'keyUp'])
      await this.#ask('Input.dispatchKeyEvent', {
        type,
        key: 'Enter',
        code: 'Enter',
        text: '\r',
        windowsVirtualKeyCode: 13,
      });
  }

  /** In the page and in every worker that it started. */
  async collectGarbage(): Promise<void> {
    await this.#ask('HeapProfiler.collectGarbage');
    await this.#ask('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    for (const worker of this.#workers) await this.#send('HeapProfiler.collectGarbage', {}, worker);
    await this.#ask('Target.setAutoAttach', {
      autoAttach: false,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    this.#workers.clear();
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#input.write(`${JSON.stringify({ id: ++this.#lastId, method: 'Browser.close' })}\0`);
    await ended;
  }

  #ask(method: string, params: Params = {}): Promise<Params> {
    return this.#send(method, params, this.#page);
  }

  #send(method: string, params: Params, sessionId?: string): Promise<Params> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result = {}, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  #receive({ id, method, params, ...answer }: Message): void {
    if (method === 'Target.attachedToTarget' && answer.sessionId === this.#page)
      this.#workers.add(String(params?.['sessionId']));
    if (id === undefined) return;
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}

function parse(text: string): Message {
  const message: unknown = JSON.parse(text);
  return typeof message === 'object' && message !== null ? message : {};
}
