import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { BaseHttpLink } from '@apollo/client/link/http';
import { isSignedOut } from './failure.js';
import { fragments } from './graphql.js';
import { offlineLink } from './offline-link.js';

/** No other site can send this header with our cookie, so the server takes it as proof that the request is ours. */
export const OWN_REQUEST = { 'x-flipside-request': '1' };

export interface ClientOptions {
  /** Called when the server no longer knows who we are. */
  onSignedOut: () => void;
  /** Ends the chain; specs put their own answers here. */
  link?: ApolloLink;
}

export function createClient({ onSignedOut, link }: ClientOptions): ApolloClient {
  const signedOut = new ErrorLink(({ error }) => {
    if (isSignedOut(error)) onSignedOut();
  });
  const http =
    link ?? new BaseHttpLink({ uri: '/graphql', credentials: 'same-origin', headers: OWN_REQUEST });
  return new ApolloClient({
    link: ApolloLink.from([signedOut, offlineLink, http]),
    cache: new InMemoryCache({ fragments }),
  });
}

export { ApolloProvider } from '@apollo/client/react';
export type { ApolloClient };
