import { usePageQuery, ViewerProvider, type Viewer } from '@flipside/platform-web';
import { Faces, type FaceState, Link, LoadingFace, Page, Skeleton } from '@flipside/ui';
import { Suspense, useEffect, useMemo, type ReactNode } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { goToSignIn } from '../client.js';
import { ViewerQuery } from '../viewer-query.js';
import { Header } from './header.js';
import { Logo } from './logo.js';
import { navItemsFor } from './navigation.js';
import { PhoneBar } from './phone-bar.js';
import { NavList } from './side-nav.js';

/** The frame around every page of a signed-in person. */
export function Shell() {
  const query = usePageQuery(ViewerQuery);
  if (!query.data && query.failure) return <Unreachable query={query} />;
  return (
    <Faces of={query} skeleton={<span />}>
      {({ viewer, installation }) =>
        viewer ? (
          <Frame viewer={{ ...viewer, ...installation, email: viewer.email ?? null }} />
        ) : (
          <SignedOut />
        )
      }
    </Faces>
  );
}

function Unreachable({ query }: { query: FaceState<unknown> }) {
  return (
    <main className="app-alone">
      <Page title="Flipside does not answer" width="reading">
        <Faces of={query}>{() => null}</Faces>
      </Page>
    </main>
  );
}

function SignedOut() {
  useEffect(goToSignIn, []);
  return null;
}

function Frame({ viewer }: { viewer: Viewer }) {
  const items = useMemo(() => navItemsFor(viewer), [viewer]);
  return (
    <ViewerProvider viewer={viewer}>
      <a href="#content" className="app-skip">
        Skip to content
      </a>
      <div className="app-frame">
        <nav aria-label="Main" className="app-side">
          <Link to="/" className="app-brand" aria-label="Flipside, home">
            <Logo />
            <span>Flipside</span>
          </Link>
          <div className="app-side-nav">
            <NavList items={items} />
          </div>
          <p className="app-side-foot">{viewer.programmeName}</p>
        </nav>
        <div className="app-column">
          <Header items={items} />
          <main id="content" tabIndex={-1} className="app-main">
            <Waiting>
              <Outlet />
            </Waiting>
          </main>
        </div>
        <PhoneBar items={items} />
      </div>
      <ScrollRestoration />
    </ViewerProvider>
  );
}

/** While the next page's code is on its way, the present one stays and a thin line says that something happens. */
function Waiting({ children }: { children: ReactNode }) {
  const { state } = useNavigation();
  return (
    <>
      {state === 'loading' && <div className="app-progress" aria-hidden />}
      <Suspense
        fallback={
          <LoadingFace>
            <Skeleton lines={6} />
          </LoadingFace>
        }
      >
        {children}
      </Suspense>
    </>
  );
}
