/** Every mail that the product writes, through a conversation with a mail server, and what arrives there. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { enqueueMail, MailSamples } from '@flipside/platform-api';
import { openMailbox, type Mailbox } from '@flipside/testing';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
  app = await testApp({ now: '2027-01-11T08:00:00Z', env: { SMTP_URL: mailbox.url } });
});
afterAll(async () => {
  await app.close();
  await mailbox.close();
});

const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\r?\n/).map((line) => line.trimEnd());

it('arrives as it was written, to whom it was written, each under a Message-ID of its own', async () => {
  const samples = await app.nest.get(MailSamples, { strict: false }).drafts();
  // By an address of its own each: what arrived is known by it.
  const sent = samples.map(({ occasion, draft }, index) => {
    const { kind, subject, text, html, calendar, to } = draft;
    const mail = { kind, subject, text, ...(html && { html }), ...(calendar && { calendar }) };
    const email = `reader.${index}@example.com`;
    return { occasion, ...mail, dedupeKey: newId(), to: { name: to.name, email } };
  });
  await app.db.transaction(async (tx) => {
    for (const { occasion: _, ...draft } of sent) await enqueueMail(tx, draft);
  });
  await app.drain();

  for (const { occasion, kind, subject, text, html, calendar, to } of sent) {
    const found = mailbox.arrived.filter((each) => each.to === to.email);
    expect({ occasion, arrived: found.length }).toEqual({ occasion, arrived: 1 });
    const mail = found[0]?.mail;
    expect({ kind, subject: mail?.subject, to: mail?.to }).toEqual({
      kind,
      subject,
      to: [{ name: to.name, address: to.email }],
    });
    expect({ occasion, lines: linesOf(mail?.text) }).toEqual({
      occasion,
      lines: expect.arrayContaining(linesOf(text)),
    });
    expect({ occasion, isHtml: mail?.html !== undefined }).toEqual({
      occasion,
      isHtml: html !== undefined,
    });
    const parts = mail?.attachments.filter(({ mimeType }) => mimeType === 'text/calendar') ?? [];
    expect({ occasion, parts: parts.map(({ method }) => method) }).toEqual({
      occasion,
      parts: calendar ? [calendar.method] : [],
    });
  }
  const ids = mailbox.arrived.map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(samples.length);
  expect(samples.length).toBeGreaterThan(80);
});
