import { createClient } from '@flipside/platform-web';

/** Leads to the sign-in page and, afterwards, back to where the person was. Leaving the page drops all cached data. */
function goToSignIn() {
  const here = window.location.pathname + window.location.search;
  if (window.location.pathname === '/signin') return;
  const suffix = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
  window.location.assign(`/signin${suffix}`);
}

export const client = createClient({ onSignedOut: goToSignIn });
export { goToSignIn };
