import { describe, expect, it } from '@jest/globals';
import { sessionMailWords, type SessionNews } from './session-mail.js';
import { offsetInWords, placeOf, spanInWords } from './wall-time.js';

const helen = { name: 'Helen', zone: 'Europe/Berlin' };
const priya = { name: 'Priya', zone: 'Asia/Kolkata' };
const meeting = {
  startsAt: new Date('2027-03-16T08:00:00Z'),
  endsAt: new Date('2027-03-16T08:30:00Z'),
};

const later = {
  startsAt: new Date('2027-03-30T07:00:00Z'),
  endsAt: new Date('2027-03-30T07:30:00Z'),
};

/** Every kind of mail about a session; the compiler asks for a new one. */
const EVERY_KIND: Readonly<Record<SessionNews['kind'], SessionNews>> = {
  series_booked: {
    kind: 'series_booked',
    meetings: [meeting, later],
    everyWeeks: 2,
    exceptions: [],
    by: null,
  },
  session_booked: { kind: 'session_booked', meeting, by: null },
  moved: { kind: 'moved', from: later, to: meeting, by: null },
  skipped: { kind: 'skipped', meeting, next: later, by: null },
  cancelled: { kind: 'cancelled', meeting, next: null, by: null },
  restored: { kind: 'restored', meeting, by: null },
  restated: { kind: 'restated', meeting, meetingLink: null, isGone: false },
  address_left: { kind: 'address_left', meeting },
  counter_declined: {
    kind: 'counter_declined',
    meeting,
    wanted: later.startsAt,
    why: 'Priya cannot make it.',
  },
  series_ended: { kind: 'series_ended', meeting, why: 'The pairing has ended.' },
};

describe('64. the words of each kind of mail', () => {
  it.each([
    ...Object.values(EVERY_KIND),
    { kind: 'restated', meeting, meetingLink: null, isGone: true } satisfies SessionNews,
  ])('tell date and both local times with offsets: $kind', (news) => {
    const toHelen = sessionMailWords(news, helen, priya).paragraphs.join('\n');
    expect(toHelen).toContain(
      'Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1). For Priya: 13:30–14:00 (Kolkata, UTC+5:30)',
    );
    const toPriya = sessionMailWords(news, priya, helen).paragraphs.join('\n');
    expect(toPriya).toContain(
      'Tue 16 Mar, 13:30–14:00 (Kolkata, UTC+5:30). For Helen: 9:00–9:30 (Berlin, UTC+1)',
    );
    expect(sessionMailWords(news, helen, priya).subject).toContain('Priya');
  });
});

describe('64. the words of each kind of mail to somebody on a journey', () => {
  const travelling = {
    ...helen,
    travel: [{ zone: 'Asia/Singapore', fromOn: '2027-03-15', toOn: '2027-03-20' }],
  };

  it.each(Object.values(EVERY_KIND))(
    'tell the time over there, with the one at home beside it: $kind',
    (news) => {
      const toHelen = sessionMailWords(news, travelling, priya).paragraphs.join('\n');
      expect(toHelen).toContain(
        'Tue 16 Mar, 16:00–16:30 (Singapore, UTC+8), which is 9:00–9:30 at home (Berlin, UTC+1). For Priya: 13:30–14:00 (Kolkata, UTC+5:30)',
      );
      const toPriya = sessionMailWords(news, priya, travelling).paragraphs.join('\n');
      expect(toPriya).toContain(
        'Tue 16 Mar, 13:30–14:00 (Kolkata, UTC+5:30). For Helen: 16:00–16:30 (Singapore, UTC+8)',
      );
    },
  );

  it('name the place wherever a time stands alone', () => {
    const of = (news: SessionNews) => sessionMailWords(news, travelling, priya);
    expect(of(EVERY_KIND.session_booked).subject).toBe(
      'Session with Priya: Tue 16 Mar, 16:00 (Singapore)',
    );
    expect(of(EVERY_KIND.restored).subject).toBe(
      'Back on: session with Priya, Tue 16 Mar, 16:00 (Singapore)',
    );
    // After the journey the clock is the one at home again.
    expect(of(EVERY_KIND.counter_declined).heading).toBe(
      'Tue 30 Mar, 9:00 does not work with Priya',
    );
    expect(of(EVERY_KIND.moved).paragraphs[1]).toBe(
      'It was Tue 30 Mar, 9:00–9:30 (Berlin, UTC+2). The other dates stay as they are.',
    );
  });
});

describe('words of a mail', () => {
  it('tell the date and both local times with offsets', () => {
    const words = sessionMailWords({ kind: 'session_booked', meeting, by: null }, helen, priya);
    expect(words.subject).toBe('Session with Priya: Tue 16 Mar, 9:00');
    expect(words.paragraphs[0]).toBe(
      'Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1). For Priya: 13:30–14:00 (Kolkata, UTC+5:30).',
    );
  });

  it('name the other day when the other clock is already there', () => {
    const late = {
      startsAt: new Date('2027-03-16T22:00:00Z'),
      endsAt: new Date('2027-03-16T22:30:00Z'),
    };
    const words = sessionMailWords(
      { kind: 'session_booked', meeting: late, by: null },
      helen,
      priya,
    );
    expect(words.paragraphs[0]).toContain('For Priya: Wed 17 Mar, 3:30–4:00');
  });

  it('leave the other clock out when it shows the same', () => {
    const words = sessionMailWords({ kind: 'session_booked', meeting, by: null }, helen, {
      name: 'Bo',
      zone: 'Europe/Madrid',
    });
    expect(words.paragraphs[0]).toBe('Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1).');
  });

  it('say who acted for whom', () => {
    const words = sessionMailWords(
      { kind: 'skipped', meeting, next: null, by: 'Kim for Helen' },
      priya,
      helen,
    );
    expect(words.paragraphs.at(-1)).toBe('Changed by Kim for Helen.');
  });

  it('list all dates of a series', () => {
    const second = {
      startsAt: new Date('2027-03-30T07:00:00Z'),
      endsAt: new Date('2027-03-30T07:30:00Z'),
    };
    const words = sessionMailWords(
      {
        kind: 'series_booked',
        meetings: [meeting, second],
        everyWeeks: 2,
        exceptions: [],
        by: 'Helen',
      },
      helen,
      priya,
    );
    expect(words.subject).toBe('Sessions with Priya: every other week from Tue 16 Mar, 9:00');
    expect(words.paragraphs[1]).toBe('Then every other week. All dates: Tue 16 Mar, Tue 30 Mar.');
  });

  it('write offsets and places as people say them', () => {
    expect(offsetInWords(0)).toBe('UTC');
    expect(offsetInWords(-210)).toBe('UTC-3:30');
    expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(spanInWords(meeting.startsAt, meeting.endsAt, 'America/New_York')).toBe(
      'Tue 16 Mar, 4:00–4:30 (New York, UTC-4)',
    );
  });
});
