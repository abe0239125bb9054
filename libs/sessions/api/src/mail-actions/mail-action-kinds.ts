import { isWallTime } from '@flipside/sessions-domain';
import { z } from 'zod';

/** Take one of the offered times for a pairing's series. */
export const bookByMail = {
  name: 'sessions.book',
  subject: z.strictObject({ pairingId: z.uuid(), localStart: z.string().refine(isWallTime) }),
};
export type BookByMailSubject = z.infer<typeof bookByMail.subject>;

/** Ask for times after this fortnight instead. */
export const waitByMail = {
  name: 'sessions.wait',
  subject: z.strictObject({ pairingId: z.uuid() }),
};
export type WaitByMailSubject = z.infer<typeof waitByMail.subject>;

/** Move or skip one session. */
export const changeByMail = {
  name: 'sessions.change',
  subject: z.strictObject({ sessionId: z.uuid() }),
};
export type ChangeByMailSubject = z.infer<typeof changeByMail.subject>;

/** Take one of the times that are held for an answer, or none of them. */
export const takeByMail = {
  name: 'sessions.take',
  subject: z.strictObject({ sessionId: z.uuid() }),
};
export type TakeByMailSubject = z.infer<typeof takeByMail.subject>;

const rhythmSubject = z.strictObject({ questionId: z.uuid() });
export type RhythmByMailSubject = z.infer<typeof rhythmSubject>;

/** After two sessions in a row fell through: a break. */
export const breakByMail = { name: 'sessions.break', subject: rhythmSubject };

/** After two sessions in a row fell through: another usual hour. */
export const otherHourByMail = { name: 'sessions.other-hour', subject: rhythmSubject };

/** Somebody whom HR set up to look after one's sessions: no longer. */
export const endDelegationByMail = {
  name: 'sessions.end-delegation',
  subject: z.strictObject({ delegationId: z.uuid() }),
};
export type EndDelegationByMailSubject = z.infer<typeof endDelegationByMail.subject>;
