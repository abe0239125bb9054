import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Failure } from '@flipside/ui';

const BY_CODE: Record<string, Failure> = {
  NOT_FOUND: { kind: 'absent', message: 'It may have been removed, or it is not yours to see.' },
  FORBIDDEN: { kind: 'absent', message: 'It may have been removed, or it is not yours to see.' },
  UNAUTHENTICATED: {
    kind: 'failed',
    message: 'You were signed out. Sign in again; what you wrote is kept on this device.',
  },
  TOO_MANY: { kind: 'failed', message: 'That was a lot at once. Wait a minute, then try again.' },
};

const OURS = 'Something on the server did not work. What you wrote is kept here.';
const UNREACHABLE = 'We can’t reach the server. What you wrote is kept here.';

/** How the API says that a value of a known kind is not written like one. */
const LOOKS_LIKE = /must look like (.+?)\.?$/su;

/** What is wrong with what was sent, without the names that only programs use. */
function inputInWords(message: string | undefined): string {
  if (!message?.startsWith('Variable ')) return message ?? OURS;
  const example = LOOKS_LIKE.exec(message)?.[1];
  return example
    ? `One entry is not complete. It looks like this: ${example}`
    : 'One entry cannot be read. Look at the fields again.';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An error in words a person can use: what happened, what to do, and the reference of a masked one. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = text(first?.extensions?.['code']);
    const known = code ? BY_CODE[code] : undefined;
    if (known) return known;
    if (code === 'BAD_INPUT') return { kind: 'failed', message: inputInWords(first?.message) };
    return { kind: 'failed', message: OURS, requestId: text(first?.extensions?.['requestId']) };
  }
  if (ServerError.is(error)) {
    const known =
      error.statusCode === 401
        ? BY_CODE['UNAUTHENTICATED']
        : error.statusCode === 429
          ? BY_CODE['TOO_MANY']
          : undefined;
    return (
      known ?? {
        kind: 'failed',
        message: OURS,
        requestId: error.response.headers.get('x-request-id') ?? undefined,
      }
    );
  }
  return { kind: 'unreachable', message: UNREACHABLE };
}

/** Whether the server asks for a sign-in. */
export function isSignedOut(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error))
    return error.errors.some((each) => each.extensions?.['code'] === 'UNAUTHENTICATED');
  return ServerError.is(error) && error.statusCode === 401;
}
