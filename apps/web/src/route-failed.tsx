import { Button, Page } from '@flipside/ui';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';

const RELOADED = 'flipside-reloaded';

/** A page's code may be gone from the server after an update; one reload fetches the new one. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import|fetch|load/iu.test(error.message);
}

export function RouteFailed() {
  const error = useRouteError();
  useEffect(() => {
    if (!isMissingCode(error) || sessionStorage.getItem(RELOADED) === window.location.pathname)
      return;
    sessionStorage.setItem(RELOADED, window.location.pathname);
    window.location.reload();
  }, [error]);
  return (
    <main className="app-alone">
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
    </main>
  );
}
