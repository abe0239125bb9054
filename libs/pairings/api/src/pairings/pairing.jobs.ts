import { defineJob, defineTimer } from '@flipside/platform-api';
import { z } from 'zod';

const ofPairing = z.object({ pairingId: z.uuid() });

/** Both sides said yes. Sessions offers first times. */
export const pairingAccepted = defineJob({ name: 'pairings.accepted', payload: ofPairing });
/** Sessions takes planned sessions out of the calendars. */
export const pairingPaused = defineJob({ name: 'pairings.paused', payload: ofPairing });
/** Sessions plans again. */
export const pairingResumed = defineJob({ name: 'pairings.resumed', payload: ofPairing });
/** Sessions takes planned sessions out of the calendars for good. */
export const pairingEnded = defineJob({ name: 'pairings.ended', payload: ofPairing });

/** The day has come on which somebody wanted to look at a proposal again. */
export const cameBack = defineJob({
  name: 'pairings.came-back',
  payload: z.object({ pairingId: z.uuid(), personId: z.uuid() }),
});

const nothing = z.strictObject({});

export const expireProposals = defineJob({ name: 'pairings.expire', payload: nothing });
export const resumePaused = defineJob({ name: 'pairings.resume', payload: nothing });

export const pairingsTimers = [
  defineTimer({ cron: '7 * * * *', job: expireProposals }),
  defineTimer({ cron: '37 * * * *', job: resumePaused }),
];
