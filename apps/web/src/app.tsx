import { ChampionPanels } from '@flipside/champions-web';
import { learningsPairingPanels, learningsSessionPanels } from '@flipside/learnings-web';
import { PairingPanels, pairingsChampionPanels } from '@flipside/pairings-web';
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
            <ChampionPanels value={pairingsChampionPanels}>
              <RouterProvider router={router} />
            </ChampionPanels>
          </SessionPanels>
        </PairingPanels>
      </UiProvider>
    </ApolloProvider>
  );
}
