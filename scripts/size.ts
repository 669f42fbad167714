/**
 * How much JavaScript the built page loads before onnxruntime: its entry and everything the entry
 * imports at once, gzipped. The worker, with onnxruntime in it, comes after.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pageScripts } from './page-scripts.ts';

const limit = 250 * 1024;
const dist = new URL('../dist/', import.meta.url);

const read = (file: string): string => readFileSync(new URL(file, dist), 'utf8');
const sizes = pageScripts(read('index.html'), read).map((file) => ({
  file,
  bytes: gzipSync(read(file), { level: 9 }).byteLength,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

for (const { file, bytes } of sizes) console.log(`  ${file}  ${kib(bytes)}`);
console.log(`Page JavaScript before onnxruntime: ${kib(total)} gzipped, at most ${kib(limit)}`);
if (sizes.length === 0) throw new Error('dist/index.html loads no script: the measure is blind');
if (total > limit) process.exitCode = 1;
