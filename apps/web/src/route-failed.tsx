import { Button, Page } from '@flipside/ui';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';

const RELOADED = 'flipside-reloaded';

/** A page's code may be gone from the server after an update; one reload fetches the new one. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import|fetch|load/iu.test(error.message);
}

/** A page that broke while the frame around it stands. */
export function RouteFailed() {
  const error = useRouteError();
  useEffect(() => {
    if (!isMissingCode(error) || sessionStorage.getItem(RELOADED) === window.location.pathname)
      return;
    sessionStorage.setItem(RELOADED, window.location.pathname);
    window.location.reload();
  }, [error]);
  return (
    <Page
      title="This page did not open"
      width="reading"
      lead="What you wrote elsewhere is kept on this device. Loading the page again usually helps."
    >
      <p>
        <Button variant="primary" onClick={() => window.location.reload()}>
          Load again
        </Button>
      </p>
    </Page>
  );
}

/** The same where no frame stands. */
export function FrameFailed() {
  return (
    <main className="app-alone">
      <RouteFailed />
    </main>
  );
}
