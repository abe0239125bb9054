import { hoursOf } from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';
import type { HelpRecord } from './help-record.js';

type Addressee = Letter['to'];

const hours = (minutes: number): string => {
  const count = hoursOf(minutes);
  return `${count} ${count === 1 ? 'hour' : 'hours'}`;
};

type Asked = Pick<HelpRecord, 'id' | 'topic' | 'text' | 'minutes' | 'onDay'>;

/** The people of a request, by what they are to it; null where one is not known. */
export async function helpPeople(
  tx: Tx,
  { championId, askerId }: Pick<HelpRecord, 'championId' | 'askerId'>,
): Promise<{ champion: Addressee | null; asker: Addressee | null }> {
  const found = await tx.rows<Addressee>(
    'select id, name, email from person where id = any ($1::uuid[])',
    [[championId, askerId].filter((id) => id !== null)],
  );
  const personOf = (personId: string | null) => found.find(({ id }) => id === personId) ?? null;
  return { champion: personOf(championId), asker: personOf(askerId) };
}

/** Asks a champion; taking and passing on are one click each. */
export const writeHelpQuestion = (
  tx: Tx,
  {
    request,
    champion,
    asker,
    why,
  }: { request: Asked; champion: Addressee; asker: Addressee; why: string },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `help-asked:${request.id}:${champion.id}`,
    kind: 'help_asked',
    to: champion,
    subject: `${asker.name} asks for help with ${request.topic}`,
    paragraphs: [
      `${asker.name} asks, for ${dayInWords(request.onDay)}, about ${hours(request.minutes)}: “${request.text}”`,
      `Why you: ${why} Pass it on if it does not suit you; no reason is needed.`,
    ],
    button: { label: 'Take it or pass it on', href: `${baseUrl}/help` },
  });

/** Tells the asker who takes it. */
export const writeHelpTaken = (
  tx: Tx,
  { request, champion, asker }: { request: Asked; champion: Addressee; asker: Addressee },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
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

/** Tells the asker that the programme looks for somebody. */
export const writeNobodyFits = (
  tx: Tx,
  { request, asker }: { request: Asked; asker: Addressee },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `help-open:${request.id}`,
    kind: 'help_open',
    to: asker,
    subject: `We are looking for somebody for ${request.topic}`,
    paragraphs: [
      'Everybody who offers this has a full month or rests then. The programme team looks for somebody and tells you.',
    ],
    button: { label: 'See my requests', href: `${baseUrl}/help` },
  });
