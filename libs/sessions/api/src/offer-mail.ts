import { actionLink, enqueueMail, mailHtml, type Tx } from '@flipside/platform-api';
import {
  bothTimes,
  ownMomentInWords,
  ownShortInWords,
  ownSpanInWords,
  type MailMeeting,
} from '@flipside/sessions-domain';
import type { MailSettings } from './calendar-outbox.js';
import { scopeOfOffer } from './session.policy.js';
import { delegatesOf } from './delegates-of.js';
import { changeByMail, takeByMail } from './mail-actions/mail-action-kinds.js';
import type { PairPerson } from './pair-times.js';

/** Why times are on offer. */
export type OfferReason =
  | { readonly kind: 'make_up'; readonly meeting: MailMeeting }
  /** A calendar said no; the session still stands. */
  | {
      readonly kind: 'declined';
      readonly meeting: MailMeeting;
      readonly by: 'executive' | 'champion';
    }
  | { readonly kind: 'move'; readonly meeting: MailMeeting; readonly byWords: string };

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whom a delegate looks after; null for the person asked. */
  readonly forName: string | null;
}

/** The person asked, and whoever may answer for them today: plain mails, no invitation. */
async function recipientsOf(tx: Tx, { people, awaits, reason, now }: Told): Promise<Recipient[]> {
  const person = people[awaits];
  const scope = scopeOfOffer(reason.kind === 'make_up' ? 'make_up' : 'move');
  const delegates = (await delegatesOf(tx, [person.id], now)).filter(({ scopes }) =>
    scopes.includes(scope),
  );
  const self = person.email
    ? [{ id: person.id, name: person.name, email: person.email, forName: null }]
    : [];
  return [...self, ...delegates.map((each) => ({ ...each, forName: person.name }))];
}

/** Why other times are held, to the side that answers. */
function whyOf(reason: OfferReason, was: string, { people, awaits }: Told): string {
  switch (reason.kind) {
    case 'make_up':
      return `The session on ${was} did not work out.`;
    case 'move':
      return `${reason.byWords} cannot make ${was}.`;
    case 'declined': {
      const who = reason.by === awaits ? 'You' : people[reason.by].name;
      return `${who} declined the session on ${was} in the calendar. It stands until another time is taken.`;
    }
  }
}

type Asked = Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;

interface Told {
  readonly people: { readonly [side in 'executive' | 'champion']: Asked };
  readonly awaits: 'executive' | 'champion';
  readonly times: readonly Date[];
  /** What to know about each time; left out, nothing. */
  readonly notes?: readonly (string | null)[];
  readonly sessionIds: readonly string[];
  readonly minutes: number;
  readonly expiresAt: Date;
  readonly aboutSessionId: string;
  readonly reason: OfferReason;
  readonly now: Date;
}

/** Tells the side that answers, and its delegates, which times are held, until when, and why. */
export async function tellOfHeldTimes(tx: Tx, settings: MailSettings, told: Told): Promise<void> {
  const person = told.people[told.awaits];
  const other = told.people[told.awaits === 'executive' ? 'champion' : 'executive'];
  const spans = told.times.map((startsAt) => {
    const endsAt = new Date(startsAt.getTime() + told.minutes * 60_000);
    return bothTimes({ startsAt, endsAt }, person, other);
  });
  const was = ownSpanInWords(told.reason.meeting, person);
  const why = whyOf(told.reason, was, told);
  const heading =
    told.times.length === 1
      ? `${ownShortInWords(told.times[0] as Date, person)} is held for you and ${other.name}`
      : `Times with ${other.name}: ${told.times.map((start) => ownShortInWords(start, person)).join(', ')}`;
  for (const recipient of await recipientsOf(tx, told)) {
    const paragraphs = [
      recipient.forName ? `For ${recipient.forName}. ${why}` : why,
      ...spans.map((span, index) =>
        [`Held for both: ${span}.`, told.notes?.[index]].filter(Boolean).join(' '),
      ),
      `One tap books it. ${told.times.length === 1 ? 'It is' : 'They are'} held until ${ownMomentInWords(told.expiresAt, person)}; without an answer ${told.times.length === 1 ? 'it is' : 'they are'} simply let go, and the sessions after it stay as they are.`,
    ];
    const buttons = await buttonsFor(tx, settings, told, recipient.id);
    await enqueueMail(tx, {
      dedupeKey: `held-times:${told.sessionIds[0] ?? ''}:${recipient.id}`,
      kind: 'held_times',
      personId: recipient.id,
      to: recipient,
      subject: heading,
      text:
        [heading, ...paragraphs, ...buttons.map(({ label, href }) => `${label}: ${href}`)].join(
          '\n\n',
        ) + '\n',
      html: mailHtml({ heading, paragraphs, buttons }),
    });
  }
}

interface Button {
  readonly label: string;
  readonly href: string;
  readonly isQuiet?: boolean;
}

/** A button for each time, for this reader without signing in; one more for a session that still stands. */
async function buttonsFor(
  tx: Tx,
  settings: MailSettings,
  { times, sessionIds, people, awaits, aboutSessionId, reason, expiresAt, now }: Told,
  personId: string,
): Promise<Button[]> {
  const buttons: Button[] = [];
  for (const [index, start] of times.entries()) {
    buttons.push({
      label: `Take ${ownShortInWords(start, people[awaits])}`,
      href: await actionLink(tx, settings, {
        action: takeByMail,
        personId,
        subject: { sessionId: sessionIds[index] ?? '' },
        now,
        until: expiresAt,
      }),
    });
  }
  if (reason.kind === 'make_up') return buttons;
  const href = await actionLink(tx, settings, {
    action: changeByMail,
    personId,
    subject: { sessionId: aboutSessionId },
    now,
    until: reason.meeting.startsAt,
  });
  return [...buttons, { label: 'Move or skip it instead', href, isQuiet: true }];
}

/** Tells whoever offered times that nobody answered; once for an offer. */
export async function tellOfLostTimes(
  tx: Tx,
  settings: MailSettings,
  lost: {
    readonly offerId: string;
    readonly to: { readonly id: string; readonly name: string; readonly email: string };
    readonly otherName: string;
    readonly aboutSessionId: string;
  },
): Promise<void> {
  const heading = `No answer from ${lost.otherName} to your other times`;
  const paragraphs = ['The times that you offered are free again. The session stays where it was.'];
  const button = {
    label: 'Open the session',
    href: `${settings.baseUrl}/sessions/${lost.aboutSessionId}`,
  };
  await enqueueMail(tx, {
    dedupeKey: `lost-times:${lost.offerId}:${lost.to.id}`,
    kind: 'held_times',
    personId: lost.to.id,
    to: lost.to,
    subject: heading,
    text: `${[heading, ...paragraphs, `${button.label}: ${button.href}`].join('\n\n')}\n`,
    html: mailHtml({ heading, paragraphs, buttons: [button] }),
  });
}
