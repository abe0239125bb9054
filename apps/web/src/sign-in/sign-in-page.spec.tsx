import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { renderPage, type Answers } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { SignInPage } from './sign-in-page.js';

const person = {
  __typename: 'DemoPerson',
  id: 'p1',
  name: 'Helen Ward',
  title: 'CFO',
  note: 'Has just been proposed a champion',
  roleLabel: 'Executive',
};
const place = (companyMode: 'OWN' | 'DEMO', demoPeople: object[] = []): Answers => ({
  SignIn: {
    installation: { __typename: 'Installation', programmeName: 'AI coaching', companyMode },
    demoPeople,
  },
});

/** Answers plain HTTP requests and keeps what was sent. */
function answering(status: number, body: object = {}) {
  const sent: { path: string; body: unknown }[] = [];
  globalThis.fetch = jest.fn<typeof fetch>((path, init) => {
    sent.push({ path: String(path), body: JSON.parse(String(init?.body)) });
    const headers = { get: () => 'application/json' };
    const answer = { ok: status < 400, status, headers, json: () => Promise.resolve(body) };
    return Promise.resolve(answer as unknown as Response);
  });
  return sent;
}

const before = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = before;
});

const field = () => screen.findByRole('textbox', { name: 'Work e-mail' });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send me a link' }));

describe('the sign-in page', () => {
  it('shows nothing to press before it knows what this place is', () => {
    renderPage(<SignInPage />, { at: '/signin', answers: { SignIn: 'never' } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
  });

  it('names the programme, and shows no prepared people where there are none', async () => {
    renderPage(<SignInPage />, { at: '/signin', answers: place('OWN') });
    expect(await screen.findByText('AI coaching')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('offers the prepared people of the demonstration company by role', async () => {
    renderPage(<SignInPage />, { at: '/signin', answers: place('DEMO', [person]) });
    expect(await screen.findByRole('region', { name: 'Executive' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Helen Ward/ })).toBeTruthy();
  });

  it('says when the server does not answer, and still takes an address', async () => {
    renderPage(<SignInPage />, { at: '/signin', answers: { SignIn: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(await field()).toBeTruthy();
  });

  it('asks for a link and leads back to where the person was', async () => {
    const sent = answering(202);
    renderPage(<SignInPage />, { at: '/signin?next=%2Fcoverage', answers: place('OWN') });
    fireEvent.change(await field(), { target: { value: ' ana@example.com ' } });
    send();
    const heading = await screen.findByRole('heading', { name: 'Look in your mail' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(sent).toEqual([
      { path: '/auth/link', body: { email: 'ana@example.com', returnTo: '/coverage' } },
    ]);
  });

  it.each([
    ['what is no address', 'ana', 202, {}, 'Enter your work e-mail address, like ana@example.com'],
    ['too many wishes', 'ana@example.com', 429, { message: 'Wait a minute.' }, 'Wait a minute.'],
    [
      'a server that fails',
      'ana@example.com',
      500,
      {},
      'We can’t reach the server. Try again in a moment.',
    ],
  ])('says what to do after %s, and keeps what was typed', async (_, typed, status, body, said) => {
    answering(status, body);
    renderPage(<SignInPage />, { at: '/signin', answers: place('OWN') });
    fireEvent.change(await field(), { target: { value: typed } });
    send();
    expect(await screen.findByText(said)).toBeTruthy();
    expect(((await field()) as HTMLInputElement).value).toBe(typed);
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
  });
});
