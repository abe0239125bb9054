/** Every mail that the product sends can be looked at before it is sent, written by the function that sends it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { REMINDER_KINDS } from '@flipside/sessions-domain';
import ts from 'typescript';
import { testApp, type TestApp } from './test-app.js';

interface Sample {
  id: string;
  kind: string;
  occasion: string;
  subject: string;
  text: string;
}

const LIBS = join(import.meta.dirname, '../../../libs');
/** Where a kind is handed on, not chosen. */
const HANDED_ON = ['KINDS[message.method]', 'letter.kind', 'told.kind', 'mail.kind'];

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/api\/src\/.*\.ts$/.test(path) && !/\.spec\.ts$|builders?\.ts$/.test(path))
    .map((path) => join(folder, path));

/** The literals that an expression may be. */
function wordsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(wordsIn);
  if (HANDED_ON.includes(node.getText())) return [];
  throw new Error(`The kind of a mail is hidden: ${node.getText()}`);
}

/** The kinds of mails that a source writes: of objects that name a kind beside what makes a mail. */
function kindsIn(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const named = new Map(
        node.properties.flatMap((each) =>
          each.name && ts.isIdentifier(each.name) ? [[each.name.text, each] as const] : [],
        ),
      );
      const kind = named.get('kind');
      const isMail =
        ['dedupeKey', 'subject', 'paragraphs'].some((name) => named.has(name)) ||
        ['personId', 'to'].every((name) => named.has(name));
      if (kind && isMail && ts.isPropertyAssignment(kind)) found.push(...wordsIn(kind.initializer));
      const isMap =
        node.parent &&
        ts.isVariableDeclaration(node.parent) &&
        node.parent.name.getText() === 'KINDS';
      if (isMap && path.endsWith('calendar-mail.ts'))
        found.push(
          ...node.properties.flatMap((each) =>
            ts.isPropertyAssignment(each) ? wordsIn(each.initializer) : [],
          ),
        );
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

let app: TestApp;
let lead: string;
let samples: Sample[];

beforeAll(async () => {
  app = await testApp({ now: '2027-01-11T23:30:00Z' });
  lead = (await anHrLead(app.db)).id;
  const { data } = await app.gql(
    '{ mailSamples { id kind occasion toName subject text hasInvitation } }',
    {},
    { as: lead },
  );
  samples = data?.['mailSamples'] as Sample[];
});
afterAll(() => app.close());

describe('mail previews', () => {
  it('show every kind of mail that is written anywhere', () => {
    const written = new Set(sourcesOf(LIBS).flatMap(kindsIn));
    // Found by the search at all: a search that finds nothing would hold for every product.
    for (const kind of ['sign_in', 'invitation', 'recruiting', 'introduction', 'practice_check'])
      expect(written).toContain(kind);
    const shown = new Set(samples.map(({ kind }) => kind));
    expect([...written].filter((kind) => !shown.has(kind))).toEqual([]);
    expect([...shown].filter((kind) => !written.has(kind))).toEqual([]);
  });

  it('show every reminder', () => {
    const reminders = samples.filter(({ kind }) => kind === 'reminder');
    expect(reminders.length).toBeGreaterThanOrEqual(REMINDER_KINDS.length);
  });

  it('are whole mails: a subject, a text of its own, and where to choose what comes', () => {
    for (const { occasion, subject, text } of samples) {
      expect({ occasion, subject }).not.toEqual({ occasion, subject: '' });
      expect(text).not.toMatch(/undefined|null|NaN|Invalid/);
      expect(text).toMatch(/Choose which mails reach you/);
      expect(text).not.toMatch(/\/(a|m|auth\/use)\/[A-Za-z0-9_-]{20}/);
    }
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  });

  it('show the look of each, which runs nothing and loads nothing', async () => {
    const cookie = await app.cookieFor(lead);
    for (const { id, subject } of samples) {
      const { status, headers, body } = await app.inject({
        method: 'GET',
        url: `/mail-samples/${id}`,
        headers: { cookie },
      });
      expect({ id, status }).toEqual({ id, status: 200 });
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline'; form-action 'none'/,
      );
      expect(body.match(/<h1[ >]/g)).toHaveLength(1);
      expect(body).not.toMatch(/<script|<img|<link/);
      expect(subject).not.toBe('');
    }
  });

  it('write nothing and belong to those who answer for the programme', async () => {
    expect(await app.db.rows('select 1 from mail_message')).toEqual([]);
    expect(await app.db.rows('select 1 from action_link')).toEqual([]);
    const other = (await aPerson(app.db)).id;
    const refused = await app.gql('{ mailSamples { id } }', {}, { as: other });
    expect(refused.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const page = await app.inject({
      method: 'GET',
      url: `/mail-samples/${samples[0]?.id ?? ''}`,
      headers: { cookie: await app.cookieFor(other) },
    });
    expect(page.status).toBe(403);
    const unknown = await app.inject({
      method: 'GET',
      url: '/mail-samples/nothing-1',
      headers: { cookie: await app.cookieFor(lead) },
    });
    expect(unknown.status).toBe(404);
  });
});
