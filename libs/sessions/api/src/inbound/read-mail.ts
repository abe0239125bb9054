import PostalMime from 'postal-mime';
import { wordsOfHtml } from './html-words.js';

/** Calendar parts larger than this are nobody's answer. */
const MOST_CALENDAR_BYTES = 100_000;

/** A mail as far as answers need it. Everything in it is what a stranger wrote. */
export interface ReadMail {
  readonly messageId: string;
  /** Lower case; null unless there is exactly one sender. */
  readonly from: string | null;
  /** Addresses that it was sent to, as it says itself. */
  readonly to: readonly string[];
  /** Written by a program: answering it would be answered again. */
  readonly isAutomatic: boolean;
  readonly calendar: string | null;
  readonly subject: string;
  /** Its words as plain text, also of a mail of HTML alone; empty when there are none. */
  readonly text: string;
  /** What the relay wrote about the sender, topmost first. */
  readonly checks: readonly string[];
  /** Message-IDs, without brackets, that a report of a mail server says could not be delivered. */
  readonly undelivered: readonly string[];
}

/** Ids in a delivery report: it carries the head of the mail that did not arrive. */
function undeliveredIn(raw: string, contentType: string): string[] {
  const isReport =
    /^multipart\/report/i.test(contentType) && /report-type="?delivery-status/i.test(contentType);
  if (!isReport || !/^Action:\s*failed/im.test(raw)) return [];
  const ids = [...raw.matchAll(/^(?:Message-ID|X-Original-Message-ID):\s*<([^<>\s]{1,200})>/gim)];
  return ids.flatMap(([, id]) => (id ? [id] : []));
}

/** Reads a mail. @throws when it is no mail at all */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw);
  const headers = (name: string): string[] =>
    mail.headers.filter((header) => header.key === name).map((header) => header.value);
  const part = mail.attachments.find(({ mimeType }) => /^text\/calendar$/i.test(mimeType));
  const bytes = part
    ? typeof part.content === 'string'
      ? Buffer.from(part.content)
      : Buffer.from(new Uint8Array(part.content))
    : null;
  const isSingleSender = headers('from').length === 1 && mail.from?.address;
  return {
    messageId: (mail.messageId ?? '').replace(/[<>\s]/g, '').slice(0, 300),
    from: isSingleSender ? (mail.from?.address ?? '').toLowerCase() : null,
    to: [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => address ?? []),
    isAutomatic:
      headers('auto-submitted').some((value) => !/^no\b/i.test(value)) ||
      headers('precedence').some((value) => /^(bulk|junk|list|auto_reply)$/i.test(value.trim())) ||
      headers('list-id').length > 0,
    calendar: bytes && bytes.length <= MOST_CALENDAR_BYTES ? bytes.toString('utf8') : null,
    subject: mail.subject ?? '',
    text: mail.text?.trim() ? mail.text : wordsOfHtml(mail.html ?? ''),
    checks: headers('authentication-results'),
    undelivered: undeliveredIn(raw.toString('latin1'), headers('content-type')[0] ?? ''),
  };
}

const isAligned = (domain: string, sender: string): boolean =>
  sender === domain || sender.endsWith(`.${domain}`);

/**
 * Whether the company's relay vouches for the sender: its own result, topmost, says that DMARC passed, or
 * that a signature of the sender's own domain did. Without a named relay nothing is asked.
 */
export function isSenderChecked(mail: ReadMail, authority: string | null): boolean {
  if (authority === null) return true;
  const [top = ''] = mail.checks;
  const [name = '', ...results] = top.split(';').map((part) => part.trim());
  if (name.split(/\s+/)[0]?.toLowerCase() !== authority.toLowerCase()) return false;
  const sender = mail.from?.split('@')[1] ?? '';
  return results.some((result) => {
    if (/^dmarc=pass\b/i.test(result)) {
      return /header\.from=([\w.-]+)/i.exec(result)?.[1]?.toLowerCase() === sender;
    }
    const domain = /^dkim=pass\b.*?header\.(?:d|i)=@?([\w.-]+)/i.exec(result)?.[1]?.toLowerCase();
    return domain !== undefined && sender !== '' && isAligned(domain, sender);
  });
}
