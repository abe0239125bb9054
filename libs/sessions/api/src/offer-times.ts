import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  actionLink,
  CLOCK,
  CONFIG,
  Database,
  enqueueMail,
  mailHtml,
  type Config,
  type Tx,
} from '@flipside/platform-api';
import {
  clockInWords,
  dayInWords,
  dayOf,
  everyInWords,
  optionInWords,
  threeOptions,
  timeOf,
  type SessionOption,
} from '@flipside/sessions-domain';
import { delegatesOf } from './delegates-of.js';
import { bookByMail, waitByMail } from './mail-actions/mail-action-kinds.js';
import { pairTimes, type PairTimes } from './pair-times.js';
import { namesOf } from './series-writer.js';
import { pairingFacts, patternsFor, takesSessions } from './pairing-facts.js';

const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

function sentenceOf(option: SessionOption): string {
  const { pattern } = option;
  const first = `${dayInWords(dayOf(pattern.localStart))}, ${clockInWords(timeOf(pattern.localStart))}`;
  return `${first}, then ${everyInWords(pattern.intervalWeeks)}. ${option.reasons.join(' ')}`;
}

interface OfferWords {
  heading: string;
  paragraphs: string[];
  buttons: { label: string; href: string; isQuiet?: boolean }[];
}

/** Tells the executive three times that suit both; a tap on one books the series. */
@Injectable()
export class OfferTimes {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends at most one such mail a day for a pairing that waits for its first session. */
  async run(pairingId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const pairing = await pairingFacts(tx, pairingId, now);
      if (!pairing || !takesSessions(pairing.state) || pairing.comingSessions > 0) return;
      const people = await pairTimes(tx, pairing, now);
      const options = threeOptions(patternsFor(pairing, people, now), namesOf(people));
      await this.tell(tx, pairingId, people, options, now);
    });
  }

  /** The executive and whoever looks after their sessions get the same three times. */
  private async tell(
    tx: Tx,
    pairingId: string,
    people: PairTimes,
    options: readonly SessionOption[],
    now: Date,
  ): Promise<void> {
    const { executive } = people;
    const readers = [
      ...(executive.email ? [{ ...executive, email: executive.email, isDelegate: false }] : []),
      ...(options.length ? await delegatesOf(tx, [executive.id], now) : [])
        .filter(({ scopes }) => scopes.includes('book'))
        .map((delegate) => ({ ...delegate, isDelegate: true })),
    ];
    for (const reader of readers) {
      const whose = reader.isDelegate ? ` for ${executive.name}` : '';
      const { heading, paragraphs, buttons } = options.length
        ? await this.offerWords(tx, pairingId, people, options, { reader, whose }, now)
        : this.nothingWords(people);
      await enqueueMail(tx, {
        dedupeKey: [
          `session-options:${pairingId}:${now.toISOString().slice(0, 10)}`,
          ...(reader.isDelegate ? [reader.id] : []),
        ].join(':'),
        kind: 'session_options',
        personId: reader.id,
        to: { name: reader.name, email: reader.email },
        subject: heading,
        text:
          [heading, ...paragraphs, ...buttons.map(({ label, href }) => `${label}: ${href}`)].join(
            '\n\n',
          ) + '\n',
        html: mailHtml({ heading, paragraphs, buttons }),
      });
    }
  }

  /** A button for each time, one for none of them; each opens a page that asks once more. */
  private async offerWords(
    tx: Tx,
    pairingId: string,
    { champion }: PairTimes,
    options: readonly SessionOption[],
    { reader, whose }: { reader: { id: string }; whose: string },
    now: Date,
  ): Promise<OfferWords> {
    const buttons: OfferWords['buttons'] = [];
    for (const { pattern } of options) {
      buttons.push({
        label: `Book ${dayInWords(dayOf(pattern.localStart))}, ${clockInWords(timeOf(pattern.localStart))}`,
        href: await actionLink(tx, this.config, {
          action: bookByMail,
          personId: reader.id,
          subject: { pairingId, localStart: pattern.localStart },
          now,
        }),
      });
    }
    buttons.push({
      label: 'I can’t this fortnight',
      isQuiet: true,
      href: await actionLink(tx, this.config, {
        action: waitByMail,
        personId: reader.id,
        subject: { pairingId },
        now,
      }),
    });
    const times = listInWords(options.map(({ pattern }) => optionInWords(pattern.localStart)));
    return {
      heading: `${champion.name} can do ${times}${whose}`,
      paragraphs: [
        'These times suit both. Two taps book the first session and the rhythm that follows; you need not sign in.',
        ...options.map(sentenceOf),
      ],
      buttons,
    };
  }

  private nothingWords({ champion }: PairTimes): OfferWords {
    return {
      heading: `No time suits both you and ${champion.name} yet`,
      paragraphs: [
        `We looked for times in which you and ${champion.name} both work, and found none.`,
        'Check the working hours and time zone that we have for you. As soon as they meet, three times appear on your home page.',
      ],
      buttons: [
        { label: 'Look at your working hours', href: `${this.config.baseUrl}/me/availability` },
      ],
    };
  }
}
