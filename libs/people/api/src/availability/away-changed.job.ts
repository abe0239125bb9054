import { defineJob } from '@flipside/platform-api';
import { z } from 'zod';

/** Somebody noted days out of office. Sessions looks after what was booked on them. */
export const awayChanged = defineJob({
  name: 'people.away-changed',
  payload: z.object({ personId: z.uuid() }),
});
