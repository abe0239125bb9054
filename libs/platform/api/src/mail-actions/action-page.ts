import { escapeHtml, plainPage } from '../plain-page.js';
import type { ActionChoice, ActionPage } from './mail-action.js';

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

const button = (choice: ActionChoice): string =>
  `<button name="choice" value="${escapeHtml(choice.value)}"${choice.isMain ? '' : ' class="quiet"'}>` +
  `${escapeHtml(choice.label)}${choice.note ? `<small>${escapeHtml(choice.note)}</small>` : ''}</button>`;

/**
 * The page behind a link: a heading, how things stand, and a form with its buttons.
 * @param key names the press, so that pressing twice is pressing once
 */
export function actionPageHtml(page: ActionPage, key: string, note: string | null = null): string {
  const form = page.choices.length
    ? `<form method="post"><input type="hidden" name="key" value="${escapeHtml(key)}">${page.choices.map(button).join('')}</form>`
    : '';
  const more = page.more
    ? `<p><a href="${escapeHtml(page.more.path)}">${escapeHtml(page.more.label)}</a></p>`
    : '';
  return plainPage(
    page.heading,
    `<h1>${escapeHtml(page.heading)}</h1>${note ? paragraph(note) : ''}${page.paragraphs.map(paragraph).join('')}${form}${more}`,
  );
}

/** For a token that names nothing, a person who left, an action that is no longer theirs: always the same. */
export const deadActionPage = (): string =>
  plainPage(
    'This link no longer works',
    '<h1>This link no longer works</h1><p>Nothing was changed. Everything that can be done is in Flipside.</p><a class="button" href="/">Open Flipside</a>',
  );

/** For a link that is opened or pressed more often in a minute than anybody does by hand. */
export const busyActionPage = (): string =>
  plainPage(
    'One moment',
    '<h1>One moment</h1><p>This link was used very often just now. Nothing was changed. Wait a minute, then open it again.</p>',
  );
