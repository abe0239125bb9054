/** What else reaches the mailbox, over a real SMTP conversation: mails that come back, words, nonsense; and what is seen of it. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anAdministrator, anHrLead } from '@flipside/people-api/builders';
import { inboundSetting, MAILBOX, VOUCHED } from './inbound-setting.js';

const t = inboundSetting();

describe('a mail that comes back', () => {
  it('60. sets mail_bounced, tells the HR lead, and does not cancel', async () => {
    const lead = await anHrLead(t.app.db, { email: `hr.${newId()}@example.com` });
    const before = await t.standing();
    const sent = await t.app.db.one<{ key: string }>(
      `select message_id as key from mail_message where person_id = $1 and kind = 'invitation'`,
      [t.helen.id],
    );
    const report = (messageId: string) =>
      t.relay.sendMail({
        envelope: { from: '', to: MAILBOX },
        raw: [
          'From: MAILER-DAEMON@mx.example.com',
          `To: ${MAILBOX}`,
          `Message-ID: <${newId()}@mx.example.com>`,
          'Subject: Undelivered Mail Returned to Sender',
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
          '',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          `Final-Recipient: rfc822; ${t.helen.email}`,
          'Action: failed',
          'Status: 5.1.1',
          '',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: <${messageId}@example.com>`,
          '--b--',
          '',
        ].join('\r\n'),
      });
    await report('0'.repeat(40));
    expect(await t.attentionOf(0)).toEqual([]);
    await report(sent?.key ?? '');
    // Mail servers say so more than once.
    await report(sent?.key ?? '');
    for (const [at] of t.sessionIds.entries())
      expect(await t.attentionOf(at)).toEqual(['mail_bounced']);
    expect(await t.standing()).toEqual(before);
    const told = await t.app.db.rows(`select subject from mail_message where person_id = $1`, [
      lead.id,
    ]);
    expect(told).toEqual([{ subject: 'Mail to Helen Ward comes back' }]);
  });
});

describe('the listener', () => {
  it('takes mail for its own mailbox only', async () => {
    await expect(
      t.relay.sendMail({ from: t.helen.email, to: 'else@example.com', text: 'Hello' }),
    ).rejects.toThrow(/No such mailbox/);
  });

  it('keeps nobody’s words, and points whoever wrote them to links that work, once a day', async () => {
    const words = 'Please call me about my reviews.';
    const write = async (more: Partial<{ from: string; headers: Record<string, string> }> = {}) => {
      const messageId = `<${newId()}@example.com>`;
      await t.relay.sendMail({
        from: t.helen.email,
        to: MAILBOX,
        subject: 'Can we talk?',
        messageId,
        text: words,
        ...more,
        headers: { ...VOUCHED(more.from ?? t.helen.email), ...more.headers },
      });
      return t.app.db.one<{ what: string; outcome: string }>(
        'select * from inbound_mail where message_id = $1',
        [messageId.replace(/[<>]/g, '')],
      );
    };
    expect(await write()).toMatchObject({ what: 'words', outcome: 'pointed' });
    expect(await write()).toMatchObject({ what: 'words', outcome: 'pointed' });
    expect(await write({ headers: { 'Auto-Submitted': 'auto-replied' } })).toMatchObject({
      what: 'automatic',
      outcome: 'ignored',
    });
    const stranger = await write({ from: 'somebody@example.com' });
    expect(stranger).toMatchObject({ what: 'words', outcome: 'stranger' });
    expect(JSON.stringify(stranger)).not.toMatch(/talk|reviews/);
    const told = await t.app.db.rows<{ email: string; text: string }>(
      `select to_email as email, body_text as text from mail_message where kind = 'words_answered' and person_id = $1`,
      [t.helen.id],
    );
    expect(told).toEqual([
      { email: t.helen.email, text: expect.stringMatching(/Move or skip it: \S+\/a\/[\w-]{43}/) },
    ]);
    expect(told[0]?.text).not.toContain(words);
    const all = await t.app.db.rows(
      `select 1 from mail_message where to_email = 'somebody@example.com'`,
    );
    expect(all).toEqual([]);
  });

  it('survives nonsense', async () => {
    await t.relay.sendMail({
      envelope: { from: t.helen.email, to: MAILBOX },
      raw: 'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:\u0000\r\n',
    });
  });
});

describe('what an administrator sees of it', () => {
  it('is what came and why nothing was done, and no word of it', async () => {
    await t.send();
    await t.send({ from: 'stranger@example.com' });
    const { id } = await anAdministrator(t.app.db);
    const { data } = await t.app.gql(
      '{ inboundMails(first: 2) { edges { node { from what label why isRefused } } } inboundWay { mailbox how } }',
      {},
      { as: id },
    );
    expect(data).toMatchObject({
      inboundMails: {
        edges: [
          {
            node: {
              from: 'stranger@example.com',
              what: 'Answer of a calendar',
              label: 'Sender has no say here',
              isRefused: true,
            },
          },
          { node: { from: t.helen.email, label: 'Answer kept', isRefused: false } },
        ],
      },
      inboundWay: { mailbox: MAILBOX },
    });
    const refused = await t.app.gql(
      '{ inboundMails(first: 50, isRefusedOnly: true) { edges { node { isRefused } } } }',
      {},
      { as: id },
    );
    expect(JSON.stringify(refused.data)).not.toContain('"isRefused":false');
    const lead = await anHrLead(t.app.db);
    expect((await t.app.gql('{ inboundWay { how } }', {}, { as: lead.id })).errors).toHaveLength(1);
  });
});
