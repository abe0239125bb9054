import { hoursOf } from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';
import type { HelpRecord } from './help-record.js';

type Addressee = Letter['to'];

const people = (tx: Tx, ids: readonly string[]) =>
  tx.rows<Addressee>('select id, name, email from person where id = any ($1::uuid[])', [ids]);

const hours = (minutes: number): string => {
  const count = hoursOf(minutes);
  return `${count} ${count === 1 ? 'hour' : 'hours'}`;
};

/** Asks a champion; taking and passing on are one click each. */
export async function writeHelpQuestion(
  tx: Tx,
  request: HelpRecord & { championId: string; why: string },
  baseUrl: string,
): Promise<void> {
  const [both, day] = [
    await people(tx, [request.championId, request.askerId]),
    dayInWords(request.onDay),
  ];
  const champion = both.find(({ id }) => id === request.championId);
  const asker = both.find(({ id }) => id === request.askerId);
  if (!champion || !asker) return;
  await writeLetter(tx, {
    dedupeKey: `help-asked:${request.id}:${champion.id}`,
    kind: 'help_asked',
    to: champion,
    subject: `${asker.name} asks for help with ${request.topic}`,
    paragraphs: [
      `${asker.name} asks, for ${day}, about ${hours(request.minutes)}: “${request.text}”`,
      `Why you: ${request.why} Pass it on if it does not suit you; no reason is needed.`,
    ],
    button: { label: 'Take it or pass it on', href: `${baseUrl}/help` },
  });
}

/** Tells the asker who takes it. */
export async function writeHelpTaken(
  tx: Tx,
  request: HelpRecord & { championId: string },
  baseUrl: string,
): Promise<void> {
  const both = await people(tx, [request.championId, request.askerId]);
  const champion = both.find(({ id }) => id === request.championId);
  const asker = both.find(({ id }) => id === request.askerId);
  if (!champion || !asker) return;
  await writeLetter(tx, {
    dedupeKey: `help-taken:${request.id}`,
    kind: 'help_taken',
    to: asker,
    subject: `${champion.name} helps you with ${request.topic}`,
    paragraphs: [
      `${champion.name} takes it, for ${dayInWords(request.onDay)}. Write to them to agree on a time.`,
      'Afterwards say whether it helped; that is how the network knows that it lives.',
    ],
    button: { label: 'See my requests', href: `${baseUrl}/help` },
  });
}

/** Tells the asker that the programme looks for somebody. */
export async function writeNobodyFits(tx: Tx, request: HelpRecord, baseUrl: string): Promise<void> {
  const [asker] = await people(tx, [request.askerId]);
  if (!asker) return;
  await writeLetter(tx, {
    dedupeKey: `help-open:${request.id}`,
    kind: 'help_open',
    to: asker,
    subject: `We are looking for somebody for ${request.topic}`,
    paragraphs: [
      'Everybody who offers this has a full month or rests then. The programme team looks for somebody and tells you.',
    ],
    button: { label: 'See my requests', href: `${baseUrl}/help` },
  });
}
