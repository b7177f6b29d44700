import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerPage } from '../../src/act/customer/html/page.ts';
import type { CustomerRecord } from '../../src/act/customer/record.ts';
import { everything, withTexts } from '../act/customer/samples.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(chromiumPath === null)('the letter in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saydo-letter-'));
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('light and dark, narrow and wide: no violation, no message, no request, no scrolling aside', async () => {
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:') && request.url() !== 'data:,') said.push(request.url());
    });
    const opened = async (record: CustomerRecord, width: number): Promise<void> => {
      await tab.setViewportSize({ width, height: 900 });
      const file = join(folder, 'letter.html');
      writeFileSync(file, customerPage(record, 'en-GB'));
      await tab.goto(pathToFileURL(file).href);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    };
    await opened(withTexts(everything, `<img src=x>${'long'.repeat(200)}`), 320);
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 1440],
    ] as const) {
      await tab.emulateMedia({ colorScheme });
      await opened(everything, width);
      await tab.evaluate(axe);
      const violations = await tab.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(
          ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])))`,
      );
      expect([colorScheme, violations]).toEqual([colorScheme, []]);
    }
    expect(said).toEqual([]);
  });
});
