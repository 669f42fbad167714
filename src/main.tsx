import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './app.tsx';
import { createClient } from './client/index.ts';
import { isolate } from './isolation/isolate.ts';
import { fetchBundled } from './store/bundled.ts';
import { openApp } from './store/open-app.ts';
import './ui/theme/tokens.css';
import './ui/page.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const bundled = fetchBundled(document.baseURI.replace(/[#?].*$/, '').replace(/[^/]*$/, ''));
// a page about to be reloaded need not load a model first
if ((await isolate()) !== 'reloading') {
  const app = await openApp({ client: createClient(), bundled: await bundled });
  createRoot(root).render(
    <StrictMode>
      <Page app={app} />
    </StrictMode>,
  );
}
