import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { contentSecurityPolicy, isolationHeaders, previewHeaders } from './scripts/vite/headers.ts';
import { pageWords } from './scripts/vite/page-words.ts';

// onnxruntime-web's smaller build, which loads its wasm from addresses it is given instead of carrying its own loader
const conditions = ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions];

export default defineConfig({
  // relative addresses only: dist/ works from any path prefix
  base: './',
  // a missing file is a 404, never the page's HTML
  appType: 'mpa',
  plugins: [react(), pageWords(), contentSecurityPolicy()],
  resolve: { conditions },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // data: addresses would need holes in the content security policy
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // these only say what they export: the page need not fetch the readers of files, nor papaparse, before a file is given
      treeshake: { moduleSideEffects: [{ test: /[/](papaparse|src[/]datasets)[/]/, sideEffects: false }] },
      input: { index: 'index.html', 'service-worker': 'src/isolation/worker/service-worker.ts' },
      output: {
        // a service worker's scope is its folder: it has to lie beside index.html, under a name that stays
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { headers: isolationHeaders },
  preview: { headers: previewHeaders },
});
