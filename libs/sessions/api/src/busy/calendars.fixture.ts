import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A calendar file of these components. */
export const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

/** One event, by its lines. */
export const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

type Send = (status: number, body: string, headers?: Record<string, string>) => void;

export interface CalendarServer {
  /** Without a slash at the end. */
  readonly base: string;
  /** What was asked, oldest first. */
  readonly asked: readonly {
    method: string;
    url: string;
    auth?: string | undefined;
    ifNoneMatch?: string | undefined;
  }[];
  /** By path, or by method and path; whatever is not here is 404. Who knows "v1" is told that nothing changed. */
  readonly answers: Map<string, (send: Send) => void>;
  close(): void;
}

/** A real server that calendars are read from. */
export async function calendarServer(): Promise<CalendarServer> {
  const asked: CalendarServer['asked'][number][] = [];
  const answers: CalendarServer['answers'] = new Map();
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push({
      method: request.method ?? '',
      url,
      auth: request.headers.authorization,
      ifNoneMatch: request.headers['if-none-match'],
    });
    request.resume();
    const send: Send = (status, body, headers = {}) => {
      response.writeHead(status, headers).end(body);
    };
    if (request.headers['if-none-match'] === '"v1"') return send(304, '');
    const answer = answers.get(`${request.method} ${url}`) ?? answers.get(url);
    if (answer) answer(send);
    else send(404, '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, asked, answers, close: () => server.close() };
}
