import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { client } from './client.js';
import { ViewerQuery } from './viewer-query.js';

// Asked while the page's own code is still on its way; the shell finds the answer in the cache.
if (window.location.pathname !== '/signin') {
  client.query({ query: ViewerQuery }).catch(() => undefined);
}

// Keeps the product's own files on the device, so that a log can be written without a connection.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
