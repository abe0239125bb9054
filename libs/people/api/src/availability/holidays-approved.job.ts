import { defineJob } from '@flipside/platform-api';
import { z } from 'zod';

/** HR approved days off of a place. Sessions looks after what was booked on them. */
export const holidaysApproved = defineJob({
  name: 'people.holidays-approved',
  payload: z.object({ locationId: z.uuid(), days: z.array(z.iso.date()) }),
});
