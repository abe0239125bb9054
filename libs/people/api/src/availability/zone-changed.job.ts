import { defineJob } from '@flipside/platform-api';
import { z } from 'zod';

/** Somebody works in another zone from now on. Sessions asks whether the coming series should follow. */
export const zoneChanged = defineJob({
  name: 'people.zone-changed',
  payload: z.object({ personId: z.uuid() }),
});
