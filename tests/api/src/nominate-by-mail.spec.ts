/** Nominations that come by mail, over a real SMTP conversation with the server's own listener. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import { InboundServer } from '@flipside/sessions-api';
import nodemailer, { type Transporter } from 'nodemailer';
import { testApp, type TestApp } from './test-app.js';

const ADDRESS = 'coaching+nominate@example.com';
const WHY = 'Half of the floor asks her about spreadsheets.';

let app: TestApp;
let listener: { port: number; close(): Promise<void> };
let relay: Transporter;
let tom: { id: string; email: string };
let ana: { id: string; email: string };

beforeAll(async () => {
  app = await testApp({
    now: '2027-01-11T08:00:00Z',
    env: {
      FLIPSIDE_MAIL_FROM: 'AI coaching <coaching@example.com>',
      FLIPSIDE_INBOUND: 'smtp://127.0.0.1:0',
      FLIPSIDE_INBOUND_AUTHORITY: 'mx.example.com',
    },
  });
  const started = await app.nest.get(InboundServer).start();
  if (!started) throw new Error('The listener did not start');
  listener = started;
  relay = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, secure: false });
  tom = await somebody('Tom Berg');
  ana = await somebody('Ana Núñez');
});
afterAll(async () => {
  relay.close();
  await listener.close();
  await app.close();
});

async function somebody(name: string): Promise<{ id: string; email: string }> {
  const email = `${newId()}@example.com`;
  return { id: (await aPerson(app.db, { name, email })).id, email };
}

interface Mail {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  html?: string;
  messageId?: string;
  isVouched?: boolean;
  headers?: Record<string, string>;
}

/** Sends a mail; answers what it was and what came of it. */
async function send(mail: Mail): Promise<{ what: string; outcome: string } | null> {
  const { isVouched = true, headers, messageId = `<${newId()}@example.com>`, ...rest } = mail;
  await relay.sendMail({
    from: tom.email,
    to: ADDRESS,
    ...(!mail.html && { text: WHY }),
    ...rest,
    messageId,
    headers: {
      ...(isVouched && {
        'Authentication-Results': 'mx.example.com; dmarc=pass header.from=example.com',
      }),
      ...headers,
    },
  });
  return app.db.one('select what, outcome from inbound_mail where message_id = $1', [
    messageId.replace(/[<>]/g, ''),
  ]);
}

const nominationsOf = (id: string) =>
  app.db.rows<Record<string, unknown>>(
    `select nominator_id as by, source, channel, reason, stage, nominee_answer as answer from nomination where nominee_id = $1`,
    [id],
  );
const mailsTo = (id: string) =>
  app.db.rows<{ kind: string; subject: string; text: string }>(
    'select kind, subject, body_text as text from mail_message where person_id = $1 order by position, id',
    [id],
  );

describe('a mail to the address for nominations', () => {
  it('nominates whom its subject names, with its source, and asks the nominee', async () => {
    expect(await send({ subject: 'ana nunez' })).toEqual({
      what: 'nomination',
      outcome: 'nominated',
    });
    expect(await nominationsOf(ana.id)).toEqual([
      {
        by: tom.id,
        source: 'peer',
        channel: 'email',
        reason: WHY,
        stage: 'nominated',
        answer: 'pending',
      },
    ]);
    const [question] = await mailsTo(ana.id);
    expect(question).toMatchObject({
      kind: 'nomination_question',
      subject: 'Tom Berg suggests you as an AI champion',
    });
    const [receipt] = await mailsTo(tom.id);
    expect(receipt?.subject).toBe('Your nomination of Ana Núñez arrived');
    expect(receipt?.text).toContain(WHY);

    // It stands in the same queue as any other, with the way it came in.
    const { id: as } = await anHrLead(app.db);
    const { data } = await app.gql(
      '{ nominations(first: 50) { edges { node { nomineeId channel source } } } }',
      {},
      { as },
    );
    expect(JSON.stringify(data)).toContain(
      JSON.stringify({ nomineeId: ana.id, channel: 'EMAIL', source: 'PEER' }),
    );
  });

  it('counts once, however often the same mail comes, also after a crash in between', async () => {
    const bea = await somebody('Bea Lind');
    const mail = { subject: bea.email, messageId: `<${newId()}@example.com>` };
    expect(await send(mail)).toMatchObject({ outcome: 'nominated' });
    expect(await send(mail)).toMatchObject({ outcome: 'nominated' });
    await app.db.rows(
      `update inbound_mail set outcome = 'received' where message_id = $1 returning id`,
      [mail.messageId.replace(/[<>]/g, '')],
    );
    expect(await send(mail)).toMatchObject({ outcome: 'nominated' });
    expect(await nominationsOf(bea.id)).toHaveLength(1);
    expect(await mailsTo(bea.id)).toHaveLength(1);
    const receipts = (await mailsTo(tom.id)).filter(({ subject }) => subject.includes('Bea'));
    expect(receipts).toHaveLength(1);
  });

  it('may be of oneself: the same fields, and only the yes is there from the start', async () => {
    const own = await somebody('Kim Sol');
    await send({ from: own.email, subject: 'Nominate: me', text: 'I teach it already.' });
    expect(await nominationsOf(own.id)).toMatchObject([
      { by: own.id, source: 'self', channel: 'email', answer: 'yes', stage: 'nominated' },
    ]);
    expect(await mailsTo(own.id)).toMatchObject([
      { subject: 'You put yourself forward as a champion' },
    ]);
  });
});

describe('a mail to the mailbox that says “Nominate:”', () => {
  it('does the same; an answer to such a mail does not', async () => {
    const eve = await somebody('Eve Holt');
    const to = 'coaching@example.com';
    expect(await send({ to, subject: 'Re: Nominate: Eve Holt' })).toMatchObject({ what: 'words' });
    expect(await nominationsOf(eve.id)).toEqual([]);
    expect(await send({ to, subject: 'Nominate: Eve Holt' })).toMatchObject({
      outcome: 'nominated',
    });
    expect(await nominationsOf(eve.id)).toHaveLength(1);
  });
});

describe('a mail that consists of HTML alone, or is written in another language', () => {
  it('is read like any other', async () => {
    const ida = await somebody('Ida Groß');
    const html =
      '<style>p{color:red}</style><p>Hallo,</p><p>Sie erkl&auml;rt es <b>allen</b>.</p><blockquote>Nein</blockquote>';
    expect(
      await send({ to: 'coaching@example.com', subject: 'Vorschlag: Ida Groß', html }),
    ).toEqual({ what: 'nomination', outcome: 'nominated' });
    expect(await nominationsOf(ida.id)).toMatchObject([
      { by: tom.id, channel: 'email', reason: 'Sie erklärt es allen.' },
    ]);
  });
});

describe('a mail that names nobody for certain', () => {
  const answerTo = async (mail: Mail): Promise<string> => {
    const sender = await somebody('Sam Ode');
    expect(await send({ from: sender.email, ...mail })).toEqual({
      what: 'nomination',
      outcome: 'asked',
    });
    const [answer, ...more] = await mailsTo(sender.id);
    expect(more).toEqual([]);
    return `${answer?.subject ?? ''}\n${answer?.text ?? ''}`;
  };

  it('is answered with what to do, and nobody else hears of it', async () => {
    expect(await answerTo({ subject: 'Nobody Atall' })).toMatch(
      /Nobody who works here is called “Nobody Atall”[\s\S]*whole e-mail address[\s\S]*\/nominate/,
    );
    expect(await answerTo({ subject: '' })).toContain('does not say whom you mean');
    // A percent sign is no way to reach everybody.
    expect(await answerTo({ subject: '%' })).toContain('is called “%”');
  });

  it('is told the namesakes apart by title and unit, never by their addresses', async () => {
    const unit = await anOrgUnit(app.db, { name: 'Logistics' });
    const one = await aPerson(app.db, { name: 'Lee Park', title: 'Buyer', unitId: unit.id });
    const two = await somebody('Lee Park');
    const answer = await answerTo({ subject: 'Lee Park' });
    expect(answer).toContain('Lee Park, Buyer, Logistics');
    expect(answer).not.toContain(two.email);
    expect(await nominationsOf(one.id)).toEqual([]);
    expect(await nominationsOf(two.id)).toEqual([]);
  });

  it('is asked for the reason when there is none, as on the page', async () => {
    const fay = await somebody('Fay Moor');
    expect(await answerTo({ subject: 'Fay Moor', text: '-- \nSam' })).toContain(
      'Write one line that says why.',
    );
    expect(await answerTo({ subject: 'Fay Moor', html: '<p><br></p>' })).toContain(
      'Write one line that says why.',
    );
    expect(await nominationsOf(fay.id)).toEqual([]);
  });

  it('hears when somebody else was quicker', async () => {
    expect(await answerTo({ subject: ana.email })).toContain('nominated already');
  });
});

describe('who may nominate by mail', () => {
  it('is whoever works here, under the address that we know, with the relay’s word', async () => {
    const gil = await somebody('Gil Aker');
    const left = `${newId()}@example.com`;
    await aPerson(app.db, { name: 'Old Hand', email: left, leaveOn: '2026-12-01' });
    const subject = gil.email;
    expect(await send({ subject, isVouched: false })).toMatchObject({ outcome: 'unchecked' });
    expect(await send({ subject, from: 'x@example.com' })).toMatchObject({ outcome: 'stranger' });
    expect(await send({ subject, from: left })).toMatchObject({ outcome: 'stranger' });
    expect(await send({ subject, headers: { 'Auto-Submitted': 'auto-replied' } })).toMatchObject({
      what: 'automatic',
      outcome: 'ignored',
    });
    expect(await nominationsOf(gil.id)).toEqual([]);
    expect(await mailsTo(gil.id)).toEqual([]);
  });

  it('finds the address beside the form', async () => {
    const { data } = await app.gql('{ nominationAddress }', {}, { as: tom.id });
    expect(data).toEqual({ nominationAddress: ADDRESS });
  });
});
