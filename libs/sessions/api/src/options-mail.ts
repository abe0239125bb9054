import type { Day } from '@flipside/kernel';
import { actionLink, type Config, type Tx } from '@flipside/platform-api';
import {
  clockInWords,
  dayInWords,
  dayOf,
  everyInWords,
  optionInWords,
  timeOf,
  type SessionOption,
} from '@flipside/sessions-domain';
import { bookByMail, waitByMail } from './mail-actions/mail-action-kinds.js';
import { tellPlainly, type ToldPerson } from './plain-mail.js';

const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** What the mail says of an option. */
type MailedOption = Pick<SessionOption, 'reasons'> & {
  readonly pattern: Pick<SessionOption['pattern'], 'localStart' | 'intervalWeeks'>;
};

const whenOf = ({ pattern }: MailedOption): string =>
  `${dayInWords(dayOf(pattern.localStart))}, ${clockInWords(timeOf(pattern.localStart))}`;

/**
 * Offers times that suit both to the executive, or to whoever books for them: a button for each and one for none of
 * them; each opens a page that asks once more. Without a time it says so, and where to look.
 */
export async function writeSessionOptions(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  offer: {
    readonly pairingId: string;
    readonly championName: string;
    readonly reader: ToldPerson;
    /** Whose sessions the reader looks after; null for the executive. */
    readonly forName: string | null;
    readonly options: readonly MailedOption[];
    /** The executive's day: one such mail a day. */
    readonly today: Day;
  },
  now: Date,
): Promise<void> {
  const { pairingId, championName, reader, forName, options, today } = offer;
  const key = [`session-options:${pairingId}:${today}`, ...(forName ? [reader.id] : [])].join(':');
  if (options.length === 0)
    return tellPlainly(tx, config, reader, {
      kind: 'session_options',
      key,
      heading: `No time suits both you and ${championName} yet`,
      paragraphs: [
        `We looked for times in which you and ${championName} both work, and found none.`,
        'Check the working hours and time zone that we have for you. As soon as they meet, three times appear on your home page.',
      ],
      buttons: [{ label: 'Look at your working hours', to: '/me/availability' }],
    });
  const buttons = [];
  for (const option of options) {
    const subject = { pairingId, localStart: option.pattern.localStart };
    const link = { action: bookByMail, personId: reader.id, subject, now };
    buttons.push({ label: `Book ${whenOf(option)}`, to: await actionLink(tx, config, link) });
  }
  const wait = { action: waitByMail, personId: reader.id, subject: { pairingId }, now };
  const times = listInWords(options.map(({ pattern }) => optionInWords(pattern.localStart)));
  await tellPlainly(tx, config, reader, {
    kind: 'session_options',
    key,
    heading: `${championName} can do ${times}${forName ? ` for ${forName}` : ''}`,
    paragraphs: [
      'These times suit both. Two taps book the first session and the rhythm that follows; you need not sign in.',
      ...options.map(
        (option) =>
          `${whenOf(option)}, then ${everyInWords(option.pattern.intervalWeeks)}. ${option.reasons.join(' ')}`,
      ),
    ],
    buttons: [
      ...buttons,
      {
        label: 'I can’t this fortnight',
        isQuiet: true,
        to: await actionLink(tx, config, wait),
      },
    ],
  });
}
