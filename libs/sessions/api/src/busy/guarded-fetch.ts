import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';

/** Why a calendar could not be read, in a sentence for its owner. */
export class CalendarProblem extends Error {}

export interface GuardedRequest {
  readonly url: string;
  readonly method?: 'GET' | 'REPORT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** An administrator may allow private networks and plain HTTP, for calendars inside the company. */
  readonly allowsPrivate: boolean;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: string;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 4;

/** Everything that is not the public internet: private, loopback, link-local, shared, reserved, multicast. */
const notPublic = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4');

/** Of IPv6 only global unicast is public, and of that not what carries an IPv4 address or documentation. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const carriers = new BlockList();
for (const [net, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  carriers.addSubnet(net, bits, 'ipv6');

/** Whether an address lies on the public internet. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  if (isIP(address) === 6)
    return globalUnicast.check(address, 'ipv6') && !carriers.check(address, 'ipv6');
  return false;
}

/** 'webcal:' is how calendar programs write HTTPS. @throws CalendarProblem for what is no web address */
export function calendarUrl(text: string, allowsPrivate: boolean): URL {
  let url: URL;
  try {
    url = new URL(text.trim().replace(/^webcals?:/i, 'https:'));
  } catch {
    throw new CalendarProblem('This is no web address. Copy it from your calendar’s settings.');
  }
  const isAllowed = url.protocol === 'https:' || (allowsPrivate && url.protocol === 'http:');
  if (!isAllowed) throw new CalendarProblem('The address must begin with https://.');
  if (url.username || url.password)
    throw new CalendarProblem('Leave user name and password out of the address.');
  return url;
}

/** The address to connect to. Every address of the name must be public, and the one that was checked is used. */
async function publicAddressOf(url: URL, allowsPrivate: boolean): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host }]
    : await lookup(host, { all: true }).catch(() => {
        throw new CalendarProblem(`No server has the name ${host}. Check the address.`);
      });
  const [first] = found;
  if (!first) throw new CalendarProblem(`No server has the name ${host}. Check the address.`);
  if (!allowsPrivate && !found.every(({ address }) => isPublicAddress(address)))
    throw new CalendarProblem(
      'This address lies in a private network, which an administrator has to allow first.',
    );
  return first.address;
}

/**
 * Fetches a calendar: HTTPS, public addresses only, at every redirect anew, at most 10 seconds and 5 MB.
 * The connection goes to the very address that was checked, so a name that changes its mind in between
 * leads nowhere.
 * @throws CalendarProblem with a sentence for the calendar's owner
 */
export async function guardedFetch(asked: GuardedRequest): Promise<GuardedAnswer> {
  const signal = AbortSignal.timeout(asked.timeoutMs ?? TIMEOUT_MS);
  let url = calendarUrl(asked.url, asked.allowsPrivate);
  const { origin } = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const address = await publicAddressOf(url, asked.allowsPrivate);
    const response = await send(asked, url, address, url.origin === origin, signal);
    const { location } = response.headers;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && status !== 304 && location) {
      response.destroy();
      url = calendarUrl(new URL(location, url).href, asked.allowsPrivate);
      continue;
    }
    const body = await readBody(response, asked.maxBytes ?? MAX_BYTES);
    return { status, etag: response.headers.etag ?? null, body };
  }
  throw new CalendarProblem('The address leads from one place to the next without end.');
}

function send(
  asked: GuardedRequest,
  url: URL,
  address: string,
  isSameOrigin: boolean,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { authorization, ...plain } = asked.headers ?? {};
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = open(
      url,
      {
        method: asked.method ?? 'GET',
        signal,
        headers: {
          'user-agent': 'Flipside',
          accept: 'text/calendar, */*;q=0.1',
          'accept-encoding': 'identity',
          ...plain,
          // A password is for the server it was given for.
          ...(authorization && isSameOrigin && { authorization }),
        },
        lookup: (_name, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      resolve,
    );
    request.on('error', (error) => reject(problemOf(error)));
    request.end(asked.body);
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) {
        response.destroy();
        throw new CalendarProblem(
          'This calendar is larger than 5 MB. Publish one with fewer years.',
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw problemOf(error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function problemOf(error: unknown): Error {
  if (error instanceof CalendarProblem) return error;
  const isLate = /abort|timeout/i.test(String(error));
  return new CalendarProblem(
    isLate ? 'The server did not answer within 10 seconds.' : 'The server could not be reached.',
  );
}
