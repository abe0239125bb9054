import { enqueueMail, mailHtml, type Tx } from '@flipside/platform-api';

export interface Letter {
  /** The same key is written once: name what was decided, for whom. */
  readonly dedupeKey: string;
  readonly kind: string;
  readonly to: { readonly id: string; readonly name: string; readonly email: string | null };
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly href: string };
}

/** Writes a plain letter in the caller's transaction. People without an address find it in the product. */
export async function writeLetter(tx: Tx, letter: Letter): Promise<void> {
  const { to, subject, paragraphs, button } = letter;
  if (to.email === null) return;
  await enqueueMail(tx, {
    dedupeKey: letter.dedupeKey,
    kind: letter.kind,
    personId: to.id,
    to: { name: to.name, email: to.email },
    subject,
    text: [`Hello ${to.name},`, ...paragraphs, `${button.label}: ${button.href}`].join('\n\n'),
    html: mailHtml({
      heading: subject,
      paragraphs: [`Hello ${to.name},`, ...paragraphs],
      buttons: [button],
    }),
  });
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** '2026-11-25' → 'Wed, 25 November 2026'. */
export const dayInWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));
