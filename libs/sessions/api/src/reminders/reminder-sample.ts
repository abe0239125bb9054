import { INVENTED, type MailSample, type MailSection, type Tx } from '@flipside/platform-api';
import type { ReminderKind } from '@flipside/sessions-domain';
import { sampleMeeting } from '../mail-samples/sample-days.js';
import type { ReminderToWrite } from './reminder-letters.js';
import { writeReminder } from './send-reminders.job.js';

const { thing } = INVENTED;
type Reader = 'executive' | 'champion' | 'assistant';

/** A session of the two invented people, as letters know it. */
export const sampleFacts = (now: Date) => ({
  ...sampleMeeting(now, INVENTED.executive.zone, 1),
  id: thing,
  executiveId: INVENTED.executive.id,
  executiveName: INVENTED.executive.name,
  executiveClock: INVENTED.executive,
  championId: INVENTED.champion.id,
  championName: INVENTED.champion.name,
  championClock: INVENTED.champion,
});

/** What one of these reminders says, in a mail of its own; several kinds share one mail, as a digest does. */
export const reminderSample = (
  occasion: string,
  reader: Reader,
  kinds: readonly ReminderKind[],
  sectionOf: (tx: Tx, reminder: ReminderToWrite, now: Date) => Promise<MailSection | null>,
): MailSample => ({
  occasion,
  write: async (tx, { now }) => {
    const person = INVENTED[reader];
    const { startsAt, endsAt: untilAt } = sampleFacts(now);
    const said = [];
    for (const kind of kinds) {
      const about = { id: thing, sessionId: thing, personId: person.id, startsAt, untilAt };
      const reminder = { ...about, kind, clock: person };
      const section = await sectionOf(tx, reminder, now);
      if (section) said.push({ row: { kind, untilAt }, section });
    }
    return writeReminder(tx, { ...person, personId: person.id }, said);
  },
});
