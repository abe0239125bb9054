import { newId } from '@flipside/kernel';
import { actionLink, enqueueMail, mailHtml, type Tx } from '@flipside/platform-api';
import { cancellationStreak, ownSpanInWords, type StreakSession } from '@flipside/sessions-domain';
import type { MailSettings } from './calendar-outbox.js';
import { breakByMail, otherHourByMail } from './mail-actions/mail-action-kinds.js';
import type { HeldMakeUp } from './heal-session.job.js';
import type { PairPerson, PairTimes } from './pair-times.js';
import type { SessionForChange } from './session-for-change.js';

/** So many in a row, and we ask. */
const ASK_AT = 2;
/** How far back a row is looked for. */
const LOOK_BACK = 12;

type Asked = Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;
interface AskedPair {
  readonly executive: Asked;
  readonly champion: Asked;
}

/** Asks at most once about one row of sessions, whatever runs twice. @returns the question when it asked now */
export async function askOnce(
  tx: Tx,
  question: { pairingId: string; streakSessionId: string; cause: 'cancelled' | 'away' | 'zone' },
  now: Date,
): Promise<string | null> {
  const id = newId();
  const asked = await tx.execute(
    `insert into rhythm_question (id, pairing_id, streak_session_id, cause, asked_at) values ($1, $2, $3, $4, $5)
     on conflict (streak_session_id) do nothing returning id`,
    [id, question.pairingId, question.streakSessionId, question.cause, now],
  );
  return asked === 1 ? id : null;
}

/** Sessions of a pairing up to one of them, in the order of their original times, and who called them off. */
const before = (tx: Tx, session: SessionForChange): Promise<StreakSession[]> =>
  tx.rows<StreakSession>(
    `select * from (
       select s.id, s.status, s.starts_at,
         (select case when p.executive_id in (e.actor_id, e.on_behalf_of) then 'executive'
                      when p.champion_id in (e.actor_id, e.on_behalf_of) then 'champion' end
          from session_event e where e.session_id = s.id and e.kind in ('skipped', 'cancelled')
          order by e.at desc, e.id desc limit 1) as "calledOffBy"
       from session s join pairing p on p.id = s.pairing_id
       where s.pairing_id = $1 and s.starts_at <= $2 and s.status_reason is distinct from 'undone'
       order by s.starts_at desc limit ${LOOK_BACK}) recent
     order by starts_at`,
    [session.pairingId, session.startsAt],
  );

/**
 * After a second cancellation in a row, one kind message with two choices: another hour, or a break.
 * Never twice for the same row, and never a reproach.
 */
export async function askAfterStreak(
  tx: Tx,
  settings: MailSettings,
  session: SessionForChange,
  people: PairTimes,
  held: HeldMakeUp | null,
  now: Date,
): Promise<boolean> {
  const streak = cancellationStreak(await before(tx, session), session.id);
  const [first] = streak;
  if (!first || streak.length < ASK_AT) return false;
  const question = {
    pairingId: session.pairingId,
    streakSessionId: first,
    cause: 'cancelled' as const,
  };
  const questionId = await askOnce(tx, question, now);
  if (!questionId) return false;
  const asked = { id: questionId, streakSessionId: first };
  await writeStreakQuestion(tx, settings, people, asked, { held, minutes: session.minutes }, now);
  return true;
}

/** The one kind message: two choices, no reproach; with the time that is held meanwhile, if there is one. */
export function writeStreakQuestion(
  tx: Tx,
  settings: MailSettings,
  people: AskedPair,
  asked: { readonly id: string; readonly streakSessionId: string },
  { held, minutes }: { held: Pick<HeldMakeUp, 'startsAt'> | null; minutes: number },
  now: Date,
): Promise<void> {
  const endsAt = held && new Date(held.startsAt.getTime() + minutes * 60_000);
  return sendQuestion(tx, settings, people, asked, now, {
    heading: 'Would another hour suit you better?',
    paragraphs: [
      `Two sessions with ${people.champion.name} in a row did not fit. That happens; calendars change.`,
      'Two things may help: another usual hour, or a break for a month. Both take two taps from here, and until then everything stays as it is.',
      ...(held && endsAt
        ? [
            `Meanwhile ${ownSpanInWords({ startsAt: held.startsAt, endsAt }, people.executive)} is held for you, should it suit.`,
          ]
        : []),
    ],
  });
}

/** Away for everything that was planned: a pause is offered instead of one skipped session after the other. */
export async function askWhenAwayForAll(
  tx: Tx,
  settings: MailSettings,
  covered: {
    readonly pairingId: string;
    readonly firstSessionId: string;
    readonly awayName: string;
  },
  people: AskedPair,
  now: Date,
): Promise<boolean> {
  const question = {
    pairingId: covered.pairingId,
    streakSessionId: covered.firstSessionId,
    cause: 'away' as const,
  };
  const questionId = await askOnce(tx, question, now);
  if (!questionId) return false;
  await sendQuestion(
    tx,
    settings,
    people,
    { id: questionId, streakSessionId: covered.firstSessionId },
    now,
    {
      heading: `A break while ${covered.awayName} is away?`,
      paragraphs: [
        `${covered.awayName} is away for all sessions of ${people.executive.name} and ${people.champion.name} that are planned.`,
        'Pause the pairing until then, or choose another usual hour for afterwards. Both take two taps from here.',
      ],
    },
  );
  return true;
}

async function sendQuestion(
  tx: Tx,
  settings: MailSettings,
  { executive }: AskedPair,
  question: { readonly id: string; readonly streakSessionId: string },
  now: Date,
  { heading, paragraphs }: { heading: string; paragraphs: readonly string[] },
): Promise<void> {
  if (!executive.email) return;
  const about = { personId: executive.id, subject: { questionId: question.id }, now };
  const buttons = [
    {
      label: 'Choose another hour',
      href: await actionLink(tx, settings, { ...about, action: otherHourByMail }),
    },
    {
      label: 'Take a break',
      href: await actionLink(tx, settings, { ...about, action: breakByMail }),
    },
  ];
  await enqueueMail(tx, {
    dedupeKey: `rhythm-question:${question.streakSessionId}`,
    kind: 'rhythm_question',
    personId: executive.id,
    to: { name: executive.name, email: executive.email },
    subject: heading,
    text: `${[heading, ...paragraphs, ...buttons.map(({ label, href }) => `${label}: ${href}`)].join('\n\n')}\n`,
    html: mailHtml({ heading, paragraphs, buttons }),
  });
}
