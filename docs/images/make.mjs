// Takes the pictures of the README: the page of the example as Chromium shows it. Usage: npm run picture
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saydo-picture-'));
const page = join(folder, 'report.html');
const pictures = [
  { name: 'report', colorScheme: 'light', width: 1280, height: 1000, from: 'body' },
  { name: 'promise', colorScheme: 'light', width: 1280, height: 760, from: '#promises' },
];

try {
  execFileSync(process.execPath, ['bin/saydo.js', 'audit', 'promises.example.yaml', '--quiet', '-o', page], {
    cwd: root,
  });
  const browser = await chromium.launch({
    executablePath: process.env['SAYDO_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const { name, colorScheme, width, height, from } of pictures) {
    const tab = await browser.newPage({ colorScheme, viewport: { width, height } });
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(`document.documentElement.style.scrollBehavior = 'auto'`);
    await tab.evaluate(`document.querySelector('${from}').scrollIntoView()`);
    await tab.screenshot({ path: join(root, 'docs/images', `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
