import type { Plugin } from 'vite';

/**
 * What the page may load and do: itself and nothing else, but for the files of models that a person names,
 * from any https address or this very machine. They are data; nothing of them is ever run.
 */
const policy = {
  'default-src': ["'none'"],
  // onnxruntime compiles its wasm; no script is ever built from text
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  // data: and blob: for charts saved as pictures
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*'],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const serialize = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

/** What makes a page cross-origin isolated, and so gives WASM its threads. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** `vite preview` answers as a well-kept server would; frame-ancestors works in a header only. */
export const previewHeaders = {
  ...isolationHeaders,
  'Content-Security-Policy': serialize({ ...policy, 'frame-ancestors': ["'none'"] }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Writes the content security policy into the built page, for static hosts that send no headers.
 * Not in development, where Vite itself needs inline scripts and a web socket.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'tailscope:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: serialize(policy) },
        injectTo: 'head-prepend',
      },
    ],
  };
}
