import { holdsAny, useViewer, type ContextRoute } from '@flipside/platform-web';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { routes } from './contexts.js';
import { HomePage } from './home/home-page.js';
import { NotFoundPage } from './not-found-page.js';
import { FrameFailed, RouteFailed } from './route-failed.js';
import { Shell } from './shell/shell.js';

/** A page that is not for this person looks exactly like one that does not exist. */
function guarded(Component: ComponentType, roles: ContextRoute['roles']): ComponentType {
  if (!roles) return Component;
  return function GuardedPage() {
    return holdsAny(useViewer(), roles) ? <Component /> : <NotFoundPage />;
  };
}

function toRoute({ path, lazy, roles }: ContextRoute): RouteObject {
  return {
    path,
    ErrorBoundary: RouteFailed,
    lazy: async () => ({ Component: guarded((await lazy()).Component, roles) }),
  };
}

/** Every page there is. */
export const pages: RouteObject[] = [
  {
    path: '/signin',
    HydrateFallback: () => null,
    ErrorBoundary: FrameFailed,
    lazy: async () => ({ Component: (await import('./sign-in/sign-in-page.js')).SignInPage }),
  },
  {
    Component: Shell,
    HydrateFallback: () => null,
    ErrorBoundary: FrameFailed,
    children: [
      { index: true, Component: HomePage, ErrorBoundary: RouteFailed },
      {
        path: '/privacy',
        ErrorBoundary: RouteFailed,
        lazy: async () => ({ Component: (await import('./privacy/privacy-page.js')).PrivacyPage }),
      },
      ...routes.map(toRoute),
      { path: '*', Component: NotFoundPage },
    ],
  },
];
