import { describe, expect, it } from '@jest/globals';
import {
  ownDayInWords,
  ownMomentInWords,
  ownShortInWords,
  ownSpanInWords,
  ownTimeInWords,
} from './own-clock.js';
import { clocksInWords } from './session-mail.js';

const london = { zone: 'Europe/London' };
const travelling = {
  ...london,
  travel: [
    { zone: 'Asia/Singapore', fromOn: '2027-01-18', toOn: '2027-01-22' },
    { zone: 'Europe/Lisbon', fromOn: '2027-01-25', toOn: '2027-01-29' },
  ],
};
const at = (startsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + 30 * 60_000),
});

describe('somebody’s own clock in a mail', () => {
  it('is the one at home, without a word more, when nobody travels', () => {
    const there = new Date('2027-01-13T08:00:00Z');
    expect(ownMomentInWords(there, travelling)).toBe('Wed 13 Jan, 8:00');
    expect(ownTimeInWords(there, travelling)).toBe('8:00');
    expect(ownShortInWords(there, london)).toBe('Wed 8:00');
    expect(ownSpanInWords(at('2027-01-13T08:00:00Z'), travelling)).toBe(
      'Wed 13 Jan, 8:00–8:30 (London, UTC)',
    );
  });

  it('is the one over there on a journey, and says where', () => {
    const there = new Date('2027-01-20T08:00:00Z');
    expect(ownMomentInWords(there, travelling)).toBe('Wed 20 Jan, 16:00 (Singapore)');
    expect(ownTimeInWords(there, travelling)).toBe('16:00 (Singapore)');
    expect(ownShortInWords(there, travelling)).toBe('Wed 16:00 (Singapore)');
    expect(ownDayInWords(new Date('2027-01-20T17:00:00Z'), travelling)).toBe('Thu 21 Jan');
  });

  it('has the one at home beside it, with its day where that is another', () => {
    expect(ownSpanInWords(at('2027-01-20T08:00:00Z'), travelling)).toBe(
      'Wed 20 Jan, 16:00–16:30 (Singapore, UTC+8), which is 8:00–8:30 at home (London, UTC)',
    );
    expect(ownSpanInWords(at('2027-01-19T23:30:00Z'), travelling)).toBe(
      'Wed 20 Jan, 7:30–8:00 (Singapore, UTC+8), which is Tue 19 Jan, 23:30–0:00 at home (London, UTC)',
    );
  });

  it('says nothing twice where the clock over there shows the same', () => {
    expect(ownSpanInWords(at('2027-01-27T08:00:00Z'), travelling)).toBe(
      'Wed 27 Jan, 8:00–8:30 (Lisbon, UTC)',
    );
    expect(ownMomentInWords(new Date('2027-01-27T08:00:00Z'), travelling)).toBe('Wed 27 Jan, 8:00');
  });
});

describe('the clocks of others', () => {
  it('stand together where they show the same, each with the place it is in then', () => {
    const helen = { name: 'Helen', ...travelling };
    const [priya, arjun] = ['Priya', 'Arjun'].map((name) => ({ name, zone: 'Asia/Kolkata' }));
    const kim = { zone: 'Europe/Berlin' };
    const others = [priya, arjun].flatMap((each) => each ?? []);
    expect(clocksInWords(at('2027-01-20T08:00:00Z'), kim, others)).toBe(
      'Wed 20 Jan, 9:00–9:30 (Berlin, UTC+1). For Priya and Arjun: 13:30–14:00 (Kolkata, UTC+5:30)',
    );
    expect(clocksInWords(at('2027-01-20T17:30:00Z'), kim, [helen])).toBe(
      'Wed 20 Jan, 18:30–19:00 (Berlin, UTC+1). For Helen: Thu 21 Jan, 1:30–2:00 (Singapore, UTC+8)',
    );
  });
});
