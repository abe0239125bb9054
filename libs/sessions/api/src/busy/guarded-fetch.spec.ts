import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarServer, type CalendarServer } from './calendars.fixture.js';
import { calendarDataOf } from './fetch-calendar.js';
import { guardedFetch, isPublicAddress } from './guarded-fetch.js';

let server: CalendarServer;
let base: string;
beforeAll(async () => {
  server = await calendarServer();
  base = server.base;
});
afterAll(() => server.close());

describe('fetching from people’s addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '2002:7f00:1::',
    'ff02::1',
    '64:ff9b::a00:1',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it('refuses private networks and plain HTTP, also under other names, unless an administrator allows them', async () => {
    const before = server.asked.length;
    const { port } = new URL(base);
    for (const url of [
      `https://127.0.0.1:${port}/a.ics`,
      `https://localhost:${port}/a.ics`,
      `https://[::1]:${port}/`,
      `https://2130706433:${port}/`,
      `https://0x7f.1:${port}/`,
    ])
      await expect(guardedFetch({ url, allowsPrivate: false })).rejects.toThrow(
        /private network|No server/,
      );
    await expect(guardedFetch({ url: base, allowsPrivate: false })).rejects.toThrow(
      'must begin with https://',
    );
    await expect(guardedFetch({ url: 'file:///etc/passwd', allowsPrivate: true })).rejects.toThrow(
      'must begin with https://',
    );
    expect(server.asked).toHaveLength(before);
  });

  it('follows a few redirects, judges each anew, and never carries a password to another server', async () => {
    server.answers.set('/loop', (send) => send(302, '', { location: '/loop' }));
    server.answers.set('/to-file', (send) => send(302, '', { location: 'ftp://127.0.0.1/x' }));
    server.answers.set('/away', (send) =>
      send(302, '', { location: `${base.replace('127.0.0.1', 'localhost')}/there` }),
    );
    server.answers.set('/there', (send) => send(200, 'here'));
    await expect(guardedFetch({ url: `${base}/loop`, allowsPrivate: true })).rejects.toThrow(
      'without end',
    );
    await expect(guardedFetch({ url: `${base}/to-file`, allowsPrivate: true })).rejects.toThrow(
      'must begin with https://',
    );
    await guardedFetch({
      url: `${base}/away`,
      allowsPrivate: true,
      headers: { authorization: 'Basic c2VjcmV0' },
    });
    expect(server.asked.slice(-2).map(({ url, auth }) => [url, auth])).toEqual([
      ['/away', 'Basic c2VjcmV0'],
      ['/there', undefined],
    ]);
  });

  it('gives up on what is too large or too slow', async () => {
    server.answers.set('/large', (send) => send(200, 'x'.repeat(3000)));
    server.answers.set('/slow', () => undefined);
    await expect(
      guardedFetch({ url: `${base}/large`, allowsPrivate: true, maxBytes: 2000 }),
    ).rejects.toThrow('larger than');
    await expect(
      guardedFetch({ url: `${base}/slow`, allowsPrivate: true, timeoutMs: 200 }),
    ).rejects.toThrow('did not answer');
  });

  it('finds calendar texts in an answer of a CalDAV server', () => {
    expect(
      calendarDataOf(
        '<D:multistatus><C:calendar-data>A&amp;B&#13;</C:calendar-data><x:calendar-data xmlns:x="y"><![CDATA[C<D]]></x:calendar-data></D:multistatus>',
      ),
    ).toEqual(['A&B\r', 'C<D']);
  });
});
