import { dayOfInstant, type Clock } from '@flipside/kernel';
import { ownClockSql, worksHereSql } from '@flipside/people-api';
import { actionLink, type Config, type Tx } from '@flipside/platform-api';
import { ownSpanInWords, type OwnClock } from '@flipside/sessions-domain';
import { changeByMail } from '../mail-actions/mail-action-kinds.js';
import { tellPlainly } from '../plain-mail.js';

interface Writer extends OwnClock {
  id: string;
  name: string;
  email: string | null;
  nextId: string | null;
  nextStart: Date | null;
  nextEnd: Date | null;
}

/**
 * Somebody wrote words to a mailbox that nobody reads. They are told so, at the address that we know, with
 * the links that do what they may have wanted; at most once a day. Their words are not kept.
 */
export async function answerWords(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  personId: string,
  now: ReturnType<Clock['now']>,
): Promise<void> {
  const writer = await tx.one<Writer>(
    `select w.id, w.name, w.email, ${ownClockSql('w')}, n.id as "nextId", n.starts_at as "nextStart", n.ends_at as "nextEnd"
     from person w left join lateral (
       select s.id, s.starts_at, s.ends_at from session s join pairing p on p.id = s.pairing_id
       where w.id in (p.executive_id, p.champion_id) and s.status = 'booked' and s.starts_at > $2
       order by s.starts_at limit 1) n on true
     where w.id = $1 and ${worksHereSql('w', '$2')}`,
    [personId, now],
  );
  if (!writer?.email) return;
  await writeWordsAnswer(tx, config, writer, now);
}

/** Says that nobody reads the mailbox, with the links that do what may have been wanted. */
export async function writeWordsAnswer(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  writer: Writer,
  now: Date,
): Promise<void> {
  const { nextId, nextStart, nextEnd } = writer;
  const next =
    nextId && nextStart && nextEnd ? { id: nextId, startsAt: nextStart, endsAt: nextEnd } : null;
  const button = next
    ? {
        label: 'Move or skip it',
        to: await actionLink(tx, config, {
          action: changeByMail,
          personId: writer.id,
          subject: { sessionId: next.id },
          now,
          until: next.startsAt,
        }),
      }
    : { label: 'Open Flipside', to: '/' };
  await tellPlainly(tx, config, writer, {
    kind: 'words_answered',
    key: `words:${writer.id}:${dayOfInstant(now, writer.zone)}`,
    heading: 'Nobody reads this mailbox, but these links work',
    paragraphs: [
      'Your mail reached the mailbox that sends invitations. No person reads it, and your words are not kept.',
      ...(next ? [`Your next session: ${ownSpanInWords(next, writer)}.`] : []),
    ],
    buttons: [button],
  });
}
