import { z } from 'zod';

/** The link by which somebody says whether a practice lasts. For whoever writes that mail. */
export const practiceByMail = {
  name: 'learnings.practice',
  subject: z.strictObject({ learningId: z.uuid(), afterDays: z.number().int() }),
};
export type PracticeSubject = z.infer<typeof practiceByMail.subject>;
