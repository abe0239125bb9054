import { ChampionPanels, LoadPanels } from '@flipside/champions-web';
import { insightsPairingPanels } from '@flipside/insights-web';
import { learningsPairingPanels, learningsSessionPanels } from '@flipside/learnings-web';
import { PairingPanels, pairingsChampionPanels } from '@flipside/pairings-web';
import { ApolloProvider } from '@flipside/platform-web';
import { SessionPanels, sessionsLoadPanels } from '@flipside/sessions-web';
import { UiProvider } from '@flipside/ui';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { client } from './client.js';
import { pages } from './router.js';
import './shell/shell.css';

const pairingPanels = [...learningsPairingPanels, ...insightsPairingPanels];
const router = createBrowserRouter(pages);

export function App() {
  return (
    <ApolloProvider client={client}>
      <UiProvider>
        <PairingPanels value={pairingPanels}>
          <SessionPanels value={learningsSessionPanels}>
            <ChampionPanels value={pairingsChampionPanels}>
              <LoadPanels value={sessionsLoadPanels}>
                <RouterProvider router={router} />
              </LoadPanels>
            </ChampionPanels>
          </SessionPanels>
        </PairingPanels>
      </UiProvider>
    </ApolloProvider>
  );
}
