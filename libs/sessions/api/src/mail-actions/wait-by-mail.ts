import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type Clock, type Day } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import { localOf } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  enqueue,
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionResult,
  type Config,
  type JobHandler,
  type MailAction,
  type Tx,
} from '@flipside/platform-api';
import { dayInWords, dayOf } from '@flipside/sessions-domain';
import { z } from 'zod';
import { BookingReader, type OfferedTimes } from '../booking.reader.js';
import { OfferTimes } from '../offer-times.js';
import { takesSessions } from '../pairing-facts.js';
import { tellPlainly, type ToldPerson } from '../plain-mail.js';
import { bookedPage } from './booked-page.js';
import { waitByMail, type WaitByMailSubject } from './mail-action-kinds.js';

interface Again {
  pairingId: string;
}

export const offerTimesAgain = defineJob<Again>({
  name: 'sessions.offer-times-again',
  payload: z.strictObject({ pairingId: z.uuid() }),
});

/** The fortnight that did not suit is over: three new times, unless something was booked meanwhile. */
@Injectable()
export class OfferTimesAgain implements JobHandler<Again> {
  readonly job = offerTimesAgain;

  constructor(private readonly offerTimes: OfferTimes) {}

  handle({ pairingId }: Again): Promise<void> {
    return this.offerTimes.run(pairingId);
  }
}

/** "I can’t this fortnight": the champion is told, and three new times come when it is over. */
@Injectable()
export class WaitByMail implements MailAction<WaitByMailSubject>, OnModuleInit {
  readonly name = waitByMail.name;
  readonly subject = waitByMail.subject;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly reader: BookingReader,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<WaitByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    if (!viewer) return null;
    const offer = await this.reader.options(viewer, subject.pairingId);
    return (await this.settled(offer)) ?? this.question(offer);
  }

  async act({ personId, subject }: ActionCall<WaitByMailSubject>): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    if (!viewer) return null;
    const offer = await this.reader.options(viewer, subject.pairingId);
    const settled = await this.settled(offer);
    if (settled) return { isDone: true, page: settled };
    await this.postpone(offer);
    const { champion } = offer.people;
    return {
      isDone: true,
      page: {
        heading: 'Not this fortnight',
        paragraphs: [
          `${champion.name} knows. On ${this.againInWords(offer)} you get three new times.`,
        ],
        choices: [],
        more: { label: 'Choose a time now after all', path: '/' },
      },
    };
  }

  /** Nothing to wait for any more: how things stand instead. */
  private async settled({ pairing, people }: OfferedTimes): Promise<ActionPage | null> {
    if (pairing.comingSessions > 0)
      return bookedPage(this.db, people, pairing.id, this.clock.now());
    if (takesSessions(pairing.state)) return null;
    return {
      heading: `No sessions with ${people.champion.name} now`,
      paragraphs: ['This pairing takes no sessions at the moment.'],
      choices: [],
      more: { label: 'Open Flipside', path: '/' },
    };
  }

  private question(offer: OfferedTimes): ActionPage {
    return {
      heading: 'Not this fortnight?',
      paragraphs: [
        `${offer.people.champion.name} is told that these two weeks do not work. On ${this.againInWords(offer)} you get three new times.`,
      ],
      choices: [{ value: 'wait', label: 'I can’t this fortnight', isMain: true }],
      more: { label: 'Choose a time instead', path: '/' },
    };
  }

  /** Offers begin a round of the rhythm later, less the notice that any booking keeps. */
  private again({ pairing }: OfferedTimes): Date {
    const days = Math.max(7, pairing.cadenceDays) - Math.ceil(pairing.minNoticeHours / 24);
    return new Date(this.clock.now().getTime() + days * 86_400_000);
  }

  private againInWords(offer: OfferedTimes): string {
    return dayInWords(dayOf(localOf(this.again(offer), offer.people.executive.zone)));
  }

  private async postpone(offer: OfferedTimes): Promise<void> {
    const { pairing, people } = offer;
    const { executive, champion } = people;
    const today = dayOf(localOf(this.clock.now(), executive.zone));
    await this.db.transaction(async (tx) => {
      const again = { pairingId: pairing.id };
      const key = `offer-again:${pairing.id}`;
      await enqueue(tx, offerTimesAgain, again, { key, runAt: this.again(offer) });
      await writeWaiting(tx, this.config, {
        pairingId: pairing.id,
        champion,
        executiveName: executive.name,
        again: this.againInWords(offer),
        today,
      });
    });
  }
}

/** Tells the champion that this fortnight does not work; once in seven days, however often the link is pressed. */
export const writeWaiting = (
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  told: {
    readonly pairingId: string;
    readonly champion: ToldPerson;
    readonly executiveName: string;
    /** The day of new times, in words. */
    readonly again: string;
    readonly today: Day;
  },
): Promise<void> => {
  const { pairingId, champion, executiveName, again, today } = told;
  return tellPlainly(tx, config, champion, {
    kind: 'waiting',
    key: `wait:${pairingId}:${addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay())}`,
    heading: `${executiveName} can’t this fortnight`,
    paragraphs: [
      `There is nothing for you to do. On ${again} ${executiveName} gets three new times that suit both of you.`,
    ],
    buttons: [{ label: 'Open Flipside', to: '/' }],
  });
};
