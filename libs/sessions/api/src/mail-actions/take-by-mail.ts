import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import { zoneAt } from '@flipside/people-domain';
import {
  CLOCK,
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
  type Viewer,
} from '@flipside/platform-api';
import {
  bothTimes,
  clockInWords,
  dayInWords,
  outsideHoursInWords,
  wallTimeOf,
} from '@flipside/sessions-domain';
import { AcceptOffer, DeclineOffer } from '../answer-offer.js';
import { OfferReader, type SeenOffer, type SettledOffer } from '../offer.reader.js';
import { bothTimesOf } from '../pair-times.js';
import { canAnswer } from '../session.policy.js';
import { SessionReader } from '../session.reader.js';
import { takeByMail, type TakeByMailSubject } from './mail-action-kinds.js';

const NONE = 'none';

const SETTLED: Readonly<Record<SettledOffer['state'], string>> = {
  open: 'These times are no longer held',
  expired: 'These times are no longer held',
  accepted: 'This was answered already',
  declined: 'This was answered already',
  withdrawn: 'This was taken back',
};

/** Takes one of the times that are held for an answer: the executive, the champion or who looks after them. */
@Injectable()
export class TakeByMail implements MailAction<TakeByMailSubject>, OnModuleInit {
  readonly name = takeByMail.name;
  readonly subject = takeByMail.subject;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly offers: OfferReader,
    private readonly sessions: SessionReader,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<TakeByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    return viewer && this.page(viewer, subject.sessionId);
  }

  async act(
    { personId, subject }: ActionCall<TakeByMailSubject>,
    { choice }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    if (!viewer) return null;
    const offer = await this.offers.withTime(viewer, subject.sessionId);
    const isOnOffer = offer?.row.times.some(({ sessionId }) => sessionId === choice) ?? false;
    // Only what this page offers can be pressed; a page that was overtaken tells how things stand.
    if (choice !== NONE && !isOnOffer) {
      const page = await this.page(viewer, subject.sessionId);
      return page && { isDone: false, page };
    }
    const result =
      choice === NONE
        ? await this.declineOffer.run(viewer, { sessionId: subject.sessionId })
        : await this.acceptOffer.run(viewer, { sessionId: choice });
    const page = await this.page(viewer, subject.sessionId);
    if (!page) return null;
    const heading = result.ok ? (choice === NONE ? 'Let go' : 'Booked') : result.refusal.message;
    return { isDone: result.ok, page: { ...page, heading } };
  }

  private async page(viewer: Viewer, heldSessionId: string): Promise<ActionPage | null> {
    const offer = await this.offers.withTime(viewer, heldSessionId);
    if (offer) return this.question(offer, heldSessionId);
    const settled = await this.offers.settled(heldSessionId);
    const stands = settled && (await this.sessions.one(viewer, settled.standsId));
    if (!settled || !stands?.standing) return null;
    const { row, standing } = stands;
    const executive = { name: row.executiveName, zone: row.executiveZone };
    const champion = { name: row.championName, zone: row.championZone };
    const [reader, other] =
      standing.side === 'executive' ? [executive, champion] : [champion, executive];
    const isOn = row.status === 'booked' && row.endsAt > this.clock.now();
    return {
      heading: SETTLED[settled.state],
      paragraphs: [
        isOn
          ? `Your session with ${other.name}: ${bothTimes(row, reader, other)}.`
          : 'The sessions after it stay as they are.',
      ],
      choices: [],
      more: { label: 'Open it in Flipside', path: `/sessions/${row.id}` },
    };
  }

  private question({ row, standing, people }: SeenOffer, heldSessionId: string): ActionPage {
    const self = people[standing.side];
    const other = people[standing.side === 'executive' ? 'champion' : 'executive'];
    const whose = standing.onBehalfOf ? ` for ${self.name}` : '';
    const more = { label: 'Open it in Flipside', path: `/sessions/${row.aboutSessionId}` };
    const times = row.times.map(({ sessionId, startsAt }) => {
      const start = new Date(startsAt);
      const wall = wallTimeOf(start, zoneAt(self, start));
      const meeting = { startsAt: start, endsAt: new Date(start.getTime() + row.minutes * 60_000) };
      return {
        sessionId,
        short: `${dayInWords(wall.day)}, ${clockInWords(wall.time)}`,
        long: bothTimesOf(people, standing.side, meeting),
        note: outsideHoursInWords(people, start, row.minutes),
      };
    });
    const meant = times.find(({ sessionId }) => sessionId === heldSessionId) ?? times[0];
    const heading = `${meant?.short ?? 'Another time'} with ${other.name}${whose}?`;
    const paragraphs = times.map(({ long, note }) =>
      [`Held for both: ${long}.`, note].filter(Boolean).join(' '),
    );
    if (!canAnswer(standing, row)) {
      const who = people[row.awaits].name;
      return { heading, paragraphs: [...paragraphs, `${who} answers.`], choices: [], more };
    }
    return {
      heading,
      paragraphs,
      choices: [
        ...times.map(({ sessionId, short }) => ({
          value: sessionId,
          label: `Take ${short}`,
          isMain: sessionId === meant?.sessionId,
        })),
        { value: NONE, label: times.length > 1 ? 'None of these' : 'Not this one' },
      ],
      more,
    };
  }
}
