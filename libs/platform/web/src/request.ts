import { OWN_REQUEST } from './apollo.js';

/** The server's answer to a plain HTTP request that did not succeed. */
export class RequestFailed extends Error {
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(status: number, message: string, requestId: string | undefined) {
    super(message);
    this.status = status;
    this.requestId = requestId;
  }
}

async function answer<Answer>(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json() : undefined;
  if (!response.ok) {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    throw new RequestFailed(
      response.status,
      typeof said['message'] === 'string' ? said['message'] : '',
      typeof said['requestId'] === 'string' ? said['requestId'] : undefined,
    );
  }
  return body as Answer;
}

/** Sends JSON to one of our own HTTP routes. Throws RequestFailed. */
export async function postJson<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  const headers = { ...OWN_REQUEST, 'content-type': 'application/json' };
  return answer(
    await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body: JSON.stringify(body),
    }),
  );
}

/** Streams a file to one of our own HTTP routes as the request body; the name travels as a header. Throws RequestFailed. */
export async function postFile<Answer>(path: string, file: File): Promise<Answer> {
  const headers = {
    ...OWN_REQUEST,
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(file.name),
  };
  return answer(
    await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: file }),
  );
}
