/** Who has a say in a session by mail, over a real SMTP conversation with the server's own listener. */
import { describe, expect, it } from '@jest/globals';
import { aPerson } from '@flipside/people-api/builders';
import { CONFIG, replyAddress, type Config } from '@flipside/platform-api';
import { inboundSetting, ONE, type Wish } from './inbound-setting.js';

const t = inboundSetting();

describe('a forged mail', () => {
  const forgeries: Record<string, () => Wish> = {
    'from a stranger': () => ({ from: 'mallory@evil.example' }),
    'from a stranger in the executive’s name': () => ({
      from: 'mallory@evil.example',
      attendee: t.helen.email,
    }),
    'from one of the two in the name of the other': () => ({
      from: t.priya.email,
      attendee: t.helen.email,
    }),
    'about a meeting that does not exist': () => ({ uid: 'guess@example.com' }),
    'about a date that does not exist': () => ({
      recurrence: 'RECURRENCE-ID;TZID=Europe/London:20270127T100000',
    }),
  };
  it.each(Object.keys(forgeries))('61. %s is logged and changes nothing', async (name) => {
    const before = await t.standing();
    expect(await t.send({ ...forgeries[name]?.(), answer: 'DECLINED' })).toBe('stranger');
    expect(await t.answers()).toEqual([]);
    expect(await t.standing()).toEqual(before);
    expect(await t.attentionOf(0)).toEqual([]);
  });

  it.each([
    ['no result of the t.relay', null],
    ['a result of another server', 'mx.evil.example; dmarc=pass header.from=example.com'],
    ['a failure', 'mx.example.com; dmarc=fail header.from=example.com; spf=pass'],
    ['a signature of another domain', 'mx.example.com; dkim=pass header.d=evil.example'],
    ['a pass for another sender', 'mx.example.com; dmarc=pass header.from=evil.example'],
  ])('with %s is not believed', async (_, checks) => {
    expect(await t.send({ checks })).toBe('unchecked');
    expect(await t.answers()).toEqual([]);
  });

  it.each(['CANCEL', 'REQUEST', 'PUBLISH', 'ADD', 'DECLINECOUNTER'])(
    'with METHOD:%s can neither move nor cancel a session',
    async (method) => {
      const before = await t.standing();
      const outcome = await t.send({
        method,
        sequence: 99,
        recurrence: ONE,
        start: 'DTSTART:20270126T200000Z',
      });
      expect(outcome).toBe('not_understood');
      expect(await t.standing()).toEqual(before);
    },
  );
});

describe('a signed reply address', () => {
  const marked = (personId: string): string =>
    replyAddress(t.app.nest.get<Config>(CONFIG), personId) ?? '';

  it('ties an answer from an address that we do not know to whom the mail went to', async () => {
    const alias = { from: 'h.ward@example.com', attendee: t.helen.email };
    expect(await t.send(alias)).toBe('stranger');
    expect(await t.send({ ...alias, to: marked(t.helen.id) })).toBe('answered');
    expect(await t.send({ from: 'h.ward@example.com', to: marked(t.helen.id) })).toBe('answered');
    const kept = await t.app.db.rows(`select answer from participation where person_id = $1`, [
      t.helen.id,
    ]);
    expect(kept).toEqual([{ answer: 'accepted' }]);
  });

  it('gives nobody a say in what is not theirs', async () => {
    const outsider = await aPerson(t.app.db);
    const forged = marked(t.helen.id).replace(/\+../, '+zz');
    for (const to of [marked(outsider.id), forged])
      expect(await t.send({ from: 'h.ward@example.com', attendee: t.helen.email, to })).toBe(
        'stranger',
      );
    // Without the t.relay's word it is as little as any other mail.
    expect(await t.send({ from: 'h.ward@example.com', to: marked(t.helen.id), checks: null })).toBe(
      'unchecked',
    );
  });
});
