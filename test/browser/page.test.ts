import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GapReport } from '../../src/model/report.ts';
import { html } from '../../src/report/formats/html.ts';
import { fullReport, hostileReport } from '../report/hostile-report.ts';
import { pageFactsOf } from '../report/html/page-facts.ts';
import { plainOptions } from '../report/options.ts';
import { empty, everyVerdict } from '../report/samples.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Audience = 'internal' | 'public';

describe.skipIf(chromiumPath === null)('the page in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saydo-page-'));
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page as a file, and everything that the browser says or asks for while it is open. */
  async function opened(
    report: GapReport,
    settings: BrowserContextOptions = {},
    audience: Audience = 'internal',
  ): Promise<{ readonly tab: Page; readonly said: readonly string[]; readonly close: () => Promise<void> }> {
    const file = join(folder, `${audience}.html`);
    writeFileSync(file, html.render(report, { ...plainOptions, audience, page: pageFactsOf(report) }));
    const url = pathToFileURL(file).href;
    const context = await browser.newContext(settings);
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => said.push(`error: ${error.message}`));
    tab.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    tab.on('request', (request) => {
      if (request.url() !== url && request.url() !== 'data:,') said.push(`request: ${request.url()}`);
    });
    await tab.goto(url);
    return { tab, said, close: () => context.close() };
  }

  const unfold = (tab: Page): Promise<void> =>
    tab.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);

  /** Runs in a world of its own, which the policy of the page leaves alone. */
  function violations(tab: Page): Promise<unknown> {
    return tab.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(
      ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary])))`);
  }

  it.each([
    'internal',
    'public',
  ] as const)('%s, light and dark, at 360 and 1440 pixels: no violation, no message, no request, no scrolling aside', async (audience) => {
    const { tab, said, close } = await opened(fullReport, {}, audience);
    await unfold(tab);
    await tab.evaluate(axe);
    for (const width of [360, 1440]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.setViewportSize({ width, height: 900 });
        await tab.emulateMedia({ colorScheme });
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect([width, colorScheme, await violations(tab)]).toEqual([width, colorScheme, []]);
      }
    }
    expect(said).toEqual([]);
    await close();
  });

  it('would tell of a violation', async () => {
    const { tab, close } = await opened(empty);
    await tab.evaluate(axe);
    await tab.evaluate(`document.querySelector('h1').insertAdjacentHTML('afterend', '<button></button>')`);
    expect(String(await violations(tab))).toContain('button-name');
    await close();
  });

  it('fits 320 pixels, also where every text is long', async () => {
    const { report } = hostileReport(fullReport);
    for (const shown of [fullReport, report]) {
      const { tab, close } = await opened(shown, { viewport: { width: 320, height: 640 } });
      await unfold(tab);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await close();
    }
  });

  it('says all it says without its script', async () => {
    const { tab, said, close } = await opened(everyVerdict, { javaScriptEnabled: false });
    expect(await tab.locator('article').count()).toBe(everyVerdict.promises.length);
    expect(await tab.locator('.filter').isVisible()).toBe(false);
    const made = tab.locator('details').first();
    await made.locator('summary').click();
    expect(await made.locator('.ladder').isVisible()).toBe(true);
    expect(said).toEqual([]);
    await close();
  });

  it('shows some verdicts alone, and all again', async () => {
    const { tab, close } = await opened(everyVerdict);
    const missed = everyVerdict.promises.filter(({ verdict }) => verdict === 'missed').length;
    await tab.getByRole('button', { name: 'missed', exact: false }).first().click();
    expect(await tab.locator('article:visible').count()).toBe(missed);
    expect(await tab.getByRole('status').textContent()).toBe(
      `${missed} of ${everyVerdict.promises.length} promises shown`,
    );
    await tab.getByRole('button', { name: 'all', exact: true }).click();
    expect(await tab.locator('article:visible').count()).toBe(everyVerdict.promises.length);
    await close();
  });

  it('sorts a table by a click on a head, up and down, blanks last', async () => {
    const { tab, close } = await opened(everyVerdict);
    await unfold(tab);
    const table = tab.locator('table.sortable').first();
    const heads = await table.locator('thead th').allTextContents();
    const at = heads.indexOf('cases');
    const cases = async (): Promise<readonly number[]> =>
      (await table.locator(`tbody tr :nth-child(${at + 1})`).allTextContents()).map((text) =>
        Number(text.replaceAll(',', '')),
      );
    const before = await cases();
    expect(before.length).toBeGreaterThan(1);
    await table.locator('thead th').nth(at).getByRole('button').click();
    expect(await cases()).toEqual(before.toSorted((a, b) => a - b));
    await table.locator('thead th').nth(at).getByRole('button').click();
    expect(await cases()).toEqual(before.toSorted((a, b) => b - a));
    expect(await table.locator('thead th').nth(at).getAttribute('aria-sort')).toBe('descending');
    await close();
  });

  it.each([true, false])('prints with everything open on white, scripts: %s', async (javaScriptEnabled) => {
    const { tab, said, close } = await opened(everyVerdict, { colorScheme: 'dark', javaScriptEnabled });
    const pdf = await tab.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    await tab.emulateMedia({ media: 'print' });
    // What is folded on the screen takes most of the sheets.
    expect(sheets).toBeGreaterThan(everyVerdict.promises.length / 2);
    if (javaScriptEnabled) {
      const seen = `getComputedStyle(document.querySelector('details'), '::details-content').contentVisibility`;
      expect(await tab.evaluate(seen)).toBe('visible');
      expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    }
    expect(said).toEqual([]);
    await close();
  });

  it.each(['internal', 'public'] as const)('shows hostile text as text, %s', async (audience) => {
    const { report, texts } = hostileReport(fullReport);
    const { tab, said, close } = await opened(report, {}, audience);
    await unfold(tab);
    expect(said).toEqual([]);
    expect(await tab.evaluate('window.pwned')).toBeUndefined();
    expect(
      await tab.evaluate(`document.querySelectorAll('img, script, iframe, [onload], [onerror], [onmouseover]').length`),
    ).toBe(1);
    const own = texts.filter((text) => [report.brand, ...report.promises.map(({ says }) => says)].includes(text));
    const shown = String(await tab.evaluate('document.body.textContent'));
    expect(own.length).toBeGreaterThan(3);
    for (const text of own) expect(shown).toContain(text.replace(/ {2,}/g, ' ').trim());
    await close();
  });

  it('can be walked through by keys alone', async () => {
    const { tab, close } = await opened(everyVerdict);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate('document.activeElement.className')).toBe('skip');
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate('location.hash')).toBe('#promises');
    await close();
  });
});
