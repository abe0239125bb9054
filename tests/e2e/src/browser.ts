/** A real Chromium from an npm package, with fonts, so that journeys need nothing from the system. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/** The package's own arguments are for another place: they end a browser on its second window. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const TAR_BLOCK = 512;

/** The files of a tar archive. Ours holds plain files with short names, which is all this reads. */
function* filesOf(tar: Buffer): Generator<{ name: string; content: Buffer }> {
  const text = (from: number, to: number) => tar.toString('utf8', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + TAR_BLOCK <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    const start = at + TAR_BLOCK;
    const isFile = text(at + 156, at + 157) === '0' || text(at + 156, at + 157) === '';
    if (isFile) yield { name: text(at, at + 100), content: tar.subarray(start, start + size) };
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
}

/** Without a font every text is zero pixels high. The package brings one; this makes it the only one. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
</fontconfig>
`;

/** Unpacks the package once, beside it. A half-made folder never gets the final name. */
function unpack(packageRoot: string, target: string): void {
  const packed = (name: string) =>
    brotliDecompressSync(fs.readFileSync(path.join(packageRoot, 'bin', `${name}.br`)));
  const aside = `${target}.${process.pid}`;
  const fonts = path.join(aside, 'fonts');
  fs.mkdirSync(fonts, { recursive: true });
  fs.writeFileSync(path.join(aside, 'chromium'), packed('chromium'), { mode: 0o755 });
  for (const { name, content } of filesOf(packed('fonts.tar'))) {
    fs.writeFileSync(path.join(fonts, path.basename(name)), content);
  }
  fs.writeFileSync(path.join(aside, 'fonts.conf'), fontSettings(path.join(target, 'fonts')));
  if (fs.existsSync(target)) fs.rmSync(aside, { recursive: true });
  else fs.renameSync(aside, target);
}

/** The folder of the unpacked browser. */
function unpackedBrowser(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const name = path.join('@sparticuz', 'chromium');
  const packageRoot = entry.slice(0, entry.lastIndexOf(name) + name.length);
  const target = path.join(packageRoot, '.unpacked');
  if (!fs.existsSync(target)) unpack(packageRoot, target);
  return target;
}

/**
 * Starts a browser. CHROMIUM_PATH names another one to use, for a look at a failing journey.
 * @returns a browser that the caller closes
 */
export async function openBrowser(): Promise<Browser> {
  const folder = unpackedBrowser();
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? path.join(folder, 'chromium'),
    env: { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
    args: ARGUMENTS,
  });
}
