/** Whom a mail nominates, in the sender's words, and why. Both may be empty: then the sender is asked. */
export interface MailedNomination {
  /** A name, an e-mail address, or `me`. */
  readonly whom: string;
  readonly reason: string;
}

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  /** It was sent to the address for nominations, where the whole subject is the name. */
  readonly isToNominations: boolean;
}

/**
 * The word in the languages that calls are written in. All but the English one need the colon: they begin subjects that
 * mean something else, such as "Proposition de rendez-vous".
 */
const NOMINATE =
  /^\s*(?:nominate\s+(?![:\-–])|(?:nominate|nomination|nominier(?:e|en|ung)|vorschlag(?:en)?|propos(?:er|ition)|nommer|proponer|propuesta|nominar)\s*[:\-–]\s*)/i;
/** Where a mail program puts what somebody else wrote, or who writes. */
const NOT_THE_WRITERS =
  /^(>|--\s*$|_{5,}|-{5,}|(from|von|de)\s?:\s|on\b.*\bwrote:\s*$|am\b.*\bschrieb\b.*:\s*$|le\b.*\ba écrit\s?:\s*$|el\b.*\bescribió:\s*$|sent from my |von meinem |gesendet von |envoyé de(puis)? mon |enviado desde mi )/i;
/** "Dear team," is no reason. */
const GREETING = /^(\p{L}+[ ]?){1,4}[,!]?$/u;

/**
 * Reads a nomination out of a mail: "Nominate: Ana Sousa" as the subject, or the same in another language, and why in the first paragraph that is no
 * greeting. Null for a mail that is none. An answer or a forwarded mail (Re:, Fwd:) never is: its subject is not what
 * its writer wants.
 */
export function nominationInMail({
  subject,
  text,
  isToNominations,
}: MailWords): MailedNomination | null {
  if (!isToNominations && !NOMINATE.test(subject)) return null;
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => NOT_THE_WRITERS.test(line));
  const paragraphs = lines
    .slice(0, end === -1 ? undefined : end)
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const [first = '', second] = paragraphs;
  return {
    whom: whomOf(subject.replace(NOMINATE, '').replace(/\s+/g, ' ').trim()),
    reason: GREETING.test(first) && second !== undefined ? second : first,
  };
}

/** "Ana Sousa <ana@example.com>" names an address; "Sousa, Ana" is how address books write Ana Sousa. */
function whomOf(written: string): string {
  const address = /[^\s<>]+@[^\s<>]+/.exec(written)?.[0];
  if (address) return address;
  const [last, first, ...more] = written.split(/\s*,\s*/);
  return last && first && more.length === 0 ? `${first} ${last}` : written;
}

/** Whether the sender means themselves. */
export const isMyself = (whom: string): boolean =>
  /^(me|myself|ich|mich|moi|moi-même|yo|a mí)$/i.test(whom);
