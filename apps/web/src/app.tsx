import { learningsPairingPanels, learningsSessionPanels } from '@flipside/learnings-web';
import { PairingPanels } from '@flipside/pairings-web';
import { ApolloProvider } from '@flipside/platform-web';
import { SessionPanels } from '@flipside/sessions-web';
import { UiProvider } from '@flipside/ui';
import { RouterProvider } from 'react-router/dom';
import { client } from './client.js';
import { router } from './router.js';
import './shell/shell.css';

export function App() {
  return (
    <ApolloProvider client={client}>
      <UiProvider>
        <PairingPanels value={learningsPairingPanels}>
          <SessionPanels value={learningsSessionPanels}>
            <RouterProvider router={router} />
          </SessionPanels>
        </PairingPanels>
      </UiProvider>
    </ApolloProvider>
  );
}
