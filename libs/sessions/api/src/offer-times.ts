import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
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
  optionInWords,
  threeOptions,
  timeOf,
  type SessionOption,
} from '@flipside/sessions-domain';
import { pairTimes, type PairTimes } from './pair-times.js';
import { pairingFacts, patternsFor, takesSessions } from './pairing-facts.js';

const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const everyInWords = (weeks: number): string =>
  weeks === 1 ? 'every week' : weeks === 2 ? 'every other week' : `every ${weeks} weeks`;

function sentenceOf(option: SessionOption): string {
  const { pattern } = option;
  const first = `${dayInWords(dayOf(pattern.localStart))}, ${clockInWords(timeOf(pattern.localStart))}`;
  return `${first}, then ${everyInWords(pattern.intervalWeeks)}. ${option.reasons.join(' ')}`;
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
      const options = threeOptions(patternsFor(pairing, people, now), {
        executiveName: people.executive.name,
        championName: people.champion.name,
        championZone: people.champion.zone,
      });
      await this.tell(tx, pairingId, people, options, now);
    });
  }

  private async tell(
    tx: Tx,
    pairingId: string,
    { executive, champion }: PairTimes,
    options: readonly SessionOption[],
    now: Date,
  ): Promise<void> {
    if (!executive.email) return;
    const href = `${this.config.baseUrl}/${options.length ? '' : 'me/availability'}`;
    const label = options.length ? 'Choose a time' : 'Look at your working hours';
    const heading = options.length
      ? `${champion.name} can do ${listInWords(options.map(({ pattern }) => optionInWords(pattern.localStart)))}`
      : `No time suits both you and ${champion.name} yet`;
    const paragraphs = options.length
      ? [
          `These times suit both of you. One tap books the first session and the rhythm that follows.`,
          ...options.map(sentenceOf),
        ]
      : [
          `We looked for times in which you and ${champion.name} both work, and found none.`,
          'Check the working hours and time zone that we have for you. As soon as they meet, three times appear on your home page.',
        ];
    await enqueueMail(tx, {
      dedupeKey: `session-options:${pairingId}:${now.toISOString().slice(0, 10)}`,
      kind: 'session_options',
      personId: executive.id,
      to: { name: executive.name, email: executive.email },
      subject: heading,
      text: [heading, ...paragraphs, `${label}: ${href}`].join('\n\n') + '\n',
      html: mailHtml({ heading, paragraphs, buttons: [{ label, href }] }),
    });
  }
}
