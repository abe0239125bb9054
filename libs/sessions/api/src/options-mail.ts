import type { Day } from '@flipside/kernel';
import { actionLink, type Config, type Tx } from '@flipside/platform-api';
import {
  bothTimes,
  everyInWords,
  instantOf,
  ownMomentInWords,
  ownShortInWords,
  type MailPerson,
  type SessionOption,
} from '@flipside/sessions-domain';
import { bookByMail, waitByMail } from './mail-actions/mail-action-kinds.js';
import { tellPlainly, type ToldPerson } from './plain-mail.js';

const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** What the mail says of an option. */
type MailedOption = Pick<SessionOption, 'reasons'> & {
  readonly pattern: Pick<
    SessionOption['pattern'],
    'localStart' | 'intervalWeeks' | 'zone' | 'minutes'
  >;
};

function firstOf({ pattern: { zone, localStart, minutes } }: MailedOption) {
  const startsAt = instantOf(zone, localStart);
  if (!startsAt) throw new Error(`No clock in ${zone} shows ${localStart}`);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/**
 * Offers times that suit both to the executive, or to whoever books for them: a button for each and one for none of
 * them; each opens a page that asks once more. Without a time it says so, and where to look.
 */
export async function writeSessionOptions(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  offer: {
    readonly pairingId: string;
    readonly executive: MailPerson;
    readonly champion: MailPerson;
    readonly reader: ToldPerson;
    /** Whose sessions the reader looks after; null for the executive. */
    readonly forName: string | null;
    readonly options: readonly MailedOption[];
    /** The executive's day: one such mail a day. */
    readonly today: Day;
  },
  now: Date,
): Promise<void> {
  const { pairingId, executive, champion, reader, forName, options, today } = offer;
  const key = [`session-options:${pairingId}:${today}`, ...(forName ? [reader.id] : [])].join(':');
  if (options.length === 0)
    return tellPlainly(tx, config, reader, {
      kind: 'session_options',
      key,
      heading: `No time suits both you and ${champion.name} yet`,
      paragraphs: [
        `We looked for times in which you and ${champion.name} both work, and found none.`,
        'Check the working hours and time zone that we have for you. As soon as they meet, three times appear on your home page.',
      ],
      buttons: [{ label: 'Look at your working hours', to: '/me/availability' }],
    });
  const buttons = [];
  for (const option of options) {
    const subject = { pairingId, localStart: option.pattern.localStart };
    const link = { action: bookByMail, personId: reader.id, subject, now };
    buttons.push({
      label: `Book ${ownMomentInWords(firstOf(option).startsAt, executive)}`,
      to: await actionLink(tx, config, link),
    });
  }
  const wait = { action: waitByMail, personId: reader.id, subject: { pairingId }, now };
  const times = listInWords(
    options.map((option) => ownShortInWords(firstOf(option).startsAt, executive)),
  );
  await tellPlainly(tx, config, reader, {
    kind: 'session_options',
    key,
    heading: `${champion.name} can do ${times}${forName ? ` for ${forName}` : ''}`,
    paragraphs: [
      'These times suit both. Two taps book the first session and the rhythm that follows; you need not sign in.',
      ...options.map((option) =>
        [
          `${bothTimes(firstOf(option), executive, champion)}.`,
          `Then ${everyInWords(option.pattern.intervalWeeks)}.`,
          ...option.reasons,
        ].join(' '),
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
