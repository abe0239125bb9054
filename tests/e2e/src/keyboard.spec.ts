/** The main job without a pointer: every step of it by Tab, Enter and Escape, with the focus in sight all the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startSystem, type RunningSystem } from './running-system.js';

/** More stops than any page has before what is looked for. */
const MOST_STOPS = 120;

let system: RunningSystem;
let browser: Browser;
/** Stops of the Tab key at which nobody could see where they are. */
let unseen: string[] = [];

beforeAll(async () => {
  system = await startSystem('demo');
  browser = await openBrowser();
}, 600_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
});

interface Stop {
  words: string;
  /** Marked by an outline, its own or that of the box around it or beside it, and covered by nothing. */
  isSeen: boolean;
}

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(async () => {
    const at = document.activeElement as HTMLElement;
    // Between the last stop and the first one the focus is in the browser's own controls.
    if (at === document.body) return { words: '', isSeen: true };
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const label = (at as HTMLInputElement).labels?.[0]?.textContent ?? '';
    const words = `${at.getAttribute('aria-label') ?? ''} ${label} ${at.textContent}`.trim();
    const isMarked = [at, at.parentElement, at.nextElementSibling].some((near) => {
      if (!near) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(near);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    const { left, top, width, height } = at.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const isCovered = over !== null && !at.contains(over) && !over.contains(at) && width > 1;
    return { words, isSeen: isMarked && !isCovered };
  });

/** Presses Tab until the focus is on something with these words. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const { words, isSeen } = await stopOf(page);
    if (!isSeen) unseen.push(`${page.url()}: ${words.slice(0, 60)}`);
    if (wanted.test(words)) return;
    passed.push(words.slice(0, 30));
  }
  throw new Error(`No stop ${String(wanted)} on ${page.url()}: ${passed.join(' | ')}`);
}

async function press(page: Page, wanted: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

const settled = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));

/** Signs in as the prepared person of whom the page says this, by keys. */
async function signIn(note: string, viewport: { width: number; height: number }): Promise<Page> {
  unseen = [];
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(`${system.url}/signin`);
  await page.getByRole('button', { name: new RegExp(note) }).waitFor();
  await press(page, new RegExp(note));
  await page.waitForURL(`${system.url}/`);
  await page.waitForSelector('h1');
  await settled(page);
  return page;
}

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

describe('the main job by keys alone', () => {
  it('leads the HR lead past the navigation to a gap, into a call for champions and back', async () => {
    const page = await signIn('Sees coverage, decides', desk);
    await press(page, /^Skip to content$/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await press(page, /^Logistics$/);
    await page.getByRole('heading', { level: 1, name: 'Logistics' }).waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await press(page, /^Recruit here$/);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: /^Send to|^Copy/ }).waitFor();
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect((await stopOf(page)).words).toBe('Recruit here');
    expect(unseen).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('takes a list of one new person in', async () => {
    const page = await signIn('Sees coverage, decides', desk);
    await press(page, /^Import$/);
    await page.getByRole('heading', { level: 1, name: 'Import people' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await press(page, /^Choose a file$/);
    await (
      await chooser
    ).setFiles({
      name: 'two.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Employee ID,Name,E-mail\nX1,Ana Lima,ana.lima@norden-werke.example\n'),
    });
    await page.getByRole('heading', { level: 1, name: 'two.csv' }).waitFor();
    await page.getByRole('radio', { name: /^have left/ }).waitFor();
    await press(page, /^have left/, 'ArrowDown');
    await page.getByRole('button', { name: 'Apply 1 person' }).waitFor();
    await press(page, /^Apply 1 person$/);
    await page.getByText('1 person applied').waitFor();
    expect(unseen).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('lets an executive book on a phone', async () => {
    const page = await signIn('Takes one of three times', phone);
    await page
      .getByRole('button', { name: /\d{1,2}:\d{2}/ })
      .first()
      .waitFor();
    await press(page, /\d{1,2}:\d{2}/);
    await page
      .getByText(/Booked/)
      .first()
      .waitFor();
    expect(unseen).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('lets a champion log a session on a phone', async () => {
    const page = await signIn('has a session to log', phone);
    await press(page, /^Log it/);
    await page.getByRole('button', { name: 'We met', exact: true }).waitFor();
    await press(page, /^We met$/, 'Space');
    await press(page, /What will .* do differently/, 'End');
    await page.keyboard.type('Asks for the weak points before the review.');
    await press(page, /^Save log$/);
    await page.getByText(/Saved/).first().waitFor();
    expect(unseen).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('opens More on a phone, goes somewhere from there and closes it with Escape', async () => {
    const page = await signIn('Sees coverage, decides', phone);
    await press(page, /^More$/);
    const more = page.getByRole('dialog', { name: 'More' });
    await more.waitFor();
    await page.keyboard.press('Escape');
    await more.waitFor({ state: 'detached' });
    expect((await stopOf(page)).words).toBe('More');
    await page.keyboard.press('Enter');
    await more.waitFor();
    await press(page, /^Rhythm$/);
    await page.getByRole('heading', { level: 1, name: 'Rhythm' }).waitFor();
    expect(unseen).toEqual([]);
    await page.context().close();
  }, 180_000);
});
