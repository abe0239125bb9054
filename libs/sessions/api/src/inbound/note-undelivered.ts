import type { Config, Tx } from '@flipside/platform-api';
import { tellPlainly, type ToldPerson } from '../plain-mail.js';

interface Lost {
  id: string;
  toName: string;
  toEmail: string;
  topic: string | null;
}

/**
 * Notes that mails came back: the outbox shows them as given up, coming sessions of their series are
 * marked, HR leads are told. Nothing is cancelled: the other person may be on the way.
 * @param messageIds Message-IDs without brackets; ours cannot be guessed
 * @returns whether one of them was ours
 */
export async function noteUndelivered(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  messageIds: readonly string[],
  now: Date,
): Promise<boolean> {
  const keys = messageIds.flatMap((id) => /^[0-9a-f]{40}(?=@)/.exec(id) ?? []);
  const lost = await tx.rows<Lost>(
    `update mail_message set state = 'failed', last_error = 'The mail server of the recipient sent it back.'
     where message_id = any($1) and state in ('sent', 'failed')
     returning id, to_name as "toName", to_email as "toEmail", topic`,
    [keys],
  );
  for (const mail of lost) {
    const uid = mail.topic?.split(':')[1];
    if (uid) {
      await tx.execute(
        `update session s set attention = array_append(array_remove(s.attention, 'mail_bounced'), 'mail_bounced')
         from series r where r.id = s.series_id and r.ical_uid = $1 and s.status = 'booked' and s.ends_at > $2`,
        [uid, now],
      );
    }
    await tellHr(tx, config, mail);
  }
  return lost.length > 0;
}

async function tellHr(tx: Tx, config: Pick<Config, 'baseUrl'>, mail: Lost): Promise<void> {
  const leads = await tx.rows<{ id: string; name: string; email: string }>(
    `select p.id, p.name, p.email from role_grant g join person p on p.id = g.person_id
     where g.role = 'HR_LEAD' and p.email is not null order by p.id`,
  );
  for (const lead of leads) await writeUndelivered(tx, config, lead, mail);
}

/** Tells an HR lead whose address is wrong; nothing is cancelled by it. */
export const writeUndelivered = (
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  lead: ToldPerson,
  mail: Pick<Lost, 'id' | 'toName' | 'toEmail'>,
): Promise<void> =>
  tellPlainly(tx, config, lead, {
    kind: 'undelivered',
    key: `undelivered:${mail.id}:${lead.id}`,
    heading: `Mail to ${mail.toName} comes back`,
    paragraphs: [
      `The mail server does not take mails to ${mail.toEmail}. The sessions stand as they are; ${mail.toName} may not know of the last change.`,
      'Check the address in the next employee export.',
    ],
    buttons: [{ label: 'Open Flipside', to: '/rhythm' }],
  });
