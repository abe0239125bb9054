import { enqueueMail, mailHtml, type Config, type Tx } from '@flipside/platform-api';

export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** These people's names and addresses; people without an address are absent. */
export async function recipients(
  tx: Pick<Tx, 'rows'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Recipient>> {
  const rows = await tx.rows<Recipient>(
    `select id as "personId", name, email from person where id = any($1::uuid[]) and email is not null`,
    [personIds],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** A plain mail with at most one button; the key is made whole with its reader. */
export interface PlainMail {
  readonly kind: string;
  readonly dedupeKey: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly path: string };
  readonly small?: string;
}

/** One plain mail, in the caller's transaction; nothing where no address is known. */
export async function tell(
  tx: Tx,
  to: Recipient | undefined,
  mail: PlainMail,
  config: Pick<Config, 'baseUrl'>,
): Promise<void> {
  if (!to) return;
  const { kind, dedupeKey, subject, paragraphs, button, small } = mail;
  const href = button && `${config.baseUrl}${button.path}`;
  const lines = [
    ...paragraphs,
    ...(button ? [`${button.label}: ${href}`] : []),
    ...(small ? [small] : []),
  ];
  await enqueueMail(tx, {
    dedupeKey: `${dedupeKey}:${to.personId}`,
    kind,
    to: { name: to.name, email: to.email },
    personId: to.personId,
    subject,
    text: lines.join('\n\n'),
    html: mailHtml({
      heading: subject,
      paragraphs,
      ...(button && href && { buttons: [{ label: button.label, href }] }),
      ...(small && { small }),
    }),
  });
}
