import { expect, it } from '@jest/globals';
import { openBrowser } from './browser.js';

it('shows text, so that journeys can read it', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Where are we short?</h1>');
  const heading = await page.getByRole('heading').boundingBox();
  expect(heading?.height).toBeGreaterThan(20);
  await browser.close();
});

it('opens a second window beside the first', async () => {
  const browser = await openBrowser();
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  expect(await Promise.all(pages.map((page) => page.evaluate(() => 1 + 1)))).toEqual([2, 2]);
  await browser.close();
});
