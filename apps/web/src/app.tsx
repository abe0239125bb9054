import { ApolloProvider } from '@flipside/platform-web';
import { UiProvider } from '@flipside/ui';
import { RouterProvider } from 'react-router/dom';
import { client } from './client.js';
import { router } from './router.js';
import './shell/shell.css';

export function App() {
  return (
    <ApolloProvider client={client}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </ApolloProvider>
  );
}
