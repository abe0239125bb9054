import { useEffect, useState, type ReactNode } from 'react';
import { Alert } from './alert.js';
import { Button } from './button.js';
import { EmptyState } from './card.js';
import { Skeleton } from './skeleton.js';

/** What went wrong, in words a person can use. `requestId` helps whoever runs the server to find it. */
export interface Failure {
  /** absent: there is no such thing for this person. unreachable: no answer from the server. */
  kind: 'absent' | 'unreachable' | 'failed';
  message: string;
  requestId?: string | undefined;
}

/** A page's data and where it stands. `data` may be present while loading or failed: it stays on screen. */
export interface FaceState<Data> {
  status: 'loading' | 'failed' | 'ready';
  data: Data | undefined;
  failure: Failure | undefined;
  retry: () => void;
}

export interface FacesProps<Data> {
  of: FaceState<Data>;
  /** Ready: the content. */
  children: (data: Data) => ReactNode;
  /** Loading: the final layout in grey. Shown only after 200 ms. */
  skeleton?: ReactNode;
  /** Whether there is nothing to show yet. */
  isEmpty?: (data: Data) => boolean;
  /** Empty: an EmptyState that teaches and offers one action. */
  empty?: ReactNode;
}

/** The four faces of anything that loads: loading, empty, failed, ready. */
export function Faces<Data>({ of, children, skeleton, isEmpty, empty }: FacesProps<Data>) {
  const { status, data, failure, retry } = of;
  if (data === undefined) {
    if (failure?.kind === 'absent')
      return <EmptyState title="There is nothing here for you">{failure.message}</EmptyState>;
    if (status === 'failed' && failure) return <FailedNotice failure={failure} retry={retry} />;
    return <LoadingFace>{skeleton ?? <Skeleton lines={4} />}</LoadingFace>;
  }
  const content = isEmpty?.(data) && empty !== undefined ? empty : children(data);
  return (
    <>
      {status === 'failed' && failure && (
        <FailedNotice failure={failure} retry={retry} keepsContent />
      )}
      {content}
    </>
  );
}

/** Skeletons that flash by are worse than none: they appear after 200 ms, and keep their room meanwhile. */
export function LoadingFace({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="fs-loading" data-late={isLate || undefined} aria-busy="true">
      <span className="fs-hidden" role="status">
        {isLate ? 'Loading' : ''}
      </span>
      <div aria-hidden className="fs-loading-shape">
        {children}
      </div>
    </div>
  );
}

/**
 * In place of data that is not there yet, where only something worth saying is drawn: it takes no room, and what stands
 * below waits for it. Silent when loading failed: whatever else the page shows says so.
 */
export function QuietFace({ of }: { of: Pick<FaceState<unknown>, 'status'> }) {
  return of.status === 'loading' && <div className="fs-loading" aria-busy="true" />;
}

/** Next to the button that did not work: the server's refusal, or what failed. */
export function ActionNotice({
  of,
}: {
  of: { refusal?: { message: string } | undefined; failure?: Failure | undefined };
}) {
  if (of.refusal)
    return (
      <Alert tone="warning" isLive>
        {of.refusal.message}
      </Alert>
    );
  if (!of.failure) return null;
  return (
    <Alert tone="danger" title="That was not saved">
      {of.failure.message}
      <Reference failure={of.failure} />
    </Alert>
  );
}

function Reference({ failure }: { failure: Failure }) {
  if (!failure.requestId) return null;
  return (
    <span className="fs-request-id">
      {' '}
      Reference: <code>{failure.requestId}</code>
    </span>
  );
}

function FailedNotice({
  failure,
  retry,
  keepsContent,
}: {
  failure: Failure;
  retry: () => void;
  keepsContent?: boolean;
}) {
  return (
    <Alert
      tone="danger"
      title={keepsContent ? 'This may be out of date' : 'We can’t show this right now'}
      action={
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      }
    >
      {failure.message}
      <Reference failure={failure} />
    </Alert>
  );
}
