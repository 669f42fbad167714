/** `npm start`: builds the page and serves it; opens it where there is a desktop to open it on. */
import { build, preview } from 'vite';

/** Without a display, Linux's opener would start a text browser in this terminal, or fail. */
const desktop =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

console.log('Building Tailscope ...');
await build({ logLevel: 'warn' });
const server = await preview({ preview: { open: desktop } });
console.log(desktop ? 'Tailscope is open in your browser:' : 'Open Tailscope in your browser:');
server.printUrls();
console.log('  Ctrl+C ends it.');
