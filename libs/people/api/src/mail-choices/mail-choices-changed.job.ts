import { defineJob } from '@flipside/platform-api';
import { z } from 'zod';

/** Somebody chose which mails reach them, or when. What was planned for them is planned anew. */
export const mailChoicesChanged = defineJob({
  name: 'people.mail-choices-changed',
  payload: z.object({ personId: z.uuid() }),
});
