import { enqueueMail, mailHtml, type Config, type Tx } from '@flipside/platform-api';

export interface ToldPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

interface MailButton {
  readonly label: string;
  /** A path of the product, or a whole address. */
  readonly to: string;
  readonly isQuiet?: boolean;
}

/** One plain mail, without a calendar part; nothing where no address is known. */
export async function tellPlainly(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  to: ToldPerson,
  told: {
    readonly kind: string;
    readonly key: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly buttons: readonly MailButton[];
  },
): Promise<void> {
  if (!to.email) return;
  const { heading, paragraphs } = told;
  const buttons = told.buttons.map(({ to, ...button }) => ({
    ...button,
    href: new URL(to, config.baseUrl).href,
  }));
  const links = buttons.map(({ label, href }) => `${label}: ${href}`);
  await enqueueMail(tx, {
    dedupeKey: told.key,
    kind: told.kind,
    personId: to.id,
    to: { name: to.name, email: to.email },
    subject: heading,
    text: [heading, ...paragraphs, ...links].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons }),
  });
}
