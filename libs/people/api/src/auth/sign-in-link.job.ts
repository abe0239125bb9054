import { defineJob } from '@flipside/platform-api';
import { z } from 'zod';

/** Somebody asked for a sign-in link. Looked up in the background, so the answer's time tells nothing about who exists. */
export const signInLinkAsked = defineJob({
  name: 'people.sign-in-link',
  payload: z.object({ email: z.email(), returnTo: z.string().startsWith('/').max(500) }),
});
