import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CertificationPanel } from './certification-panel.js';
import { CertifiedPage } from './certified-page.js';

const certification = (id: string, name: string, own: object = {}) => ({
  __typename: 'ChampionCertification',
  championId: id,
  state: 'CERTIFIED',
  certifiedOn: '2026-03-01',
  validUntil: '2027-03-01',
  withdrawnOn: null,
  evidence: 'Course and interview',
  viewerCanChange: true,
  person: { __typename: 'Person', id, name, title: 'Analyst' },
  recordedBy: { __typename: 'Person', id: 'hr', name: 'Ruth' },
  ...own,
});
const none = {
  state: 'NONE',
  certifiedOn: null,
  validUntil: null,
  evidence: null,
  recordedBy: null,
};
const list = (nodes: object[], counts = { champions: 2, certified: 1 }) => ({
  certifications: {
    __typename: 'ChampionCertificationConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node) => ({ __typename: 'ChampionCertificationEdge', node })),
  },
  certificationCounts: { __typename: 'CertificationCounts', ...counts },
});
const done = (field: string, now: object) => ({
  [field]: { __typename: 'CertificationPayload', certification: now },
});

function open(answers: Record<string, unknown> = {}, at = '/matching/certified') {
  return renderPage(<CertifiedPage />, {
    at,
    answers: {
      CertifiedChampions: list([certification('ben', 'Ben', none), certification('ana', 'Ana')]),
      ...answers,
    } as never,
  });
}

describe('the page of certified champions', () => {
  it('keeps its place while loading, and says so when asking fails', async () => {
    open({ CertifiedChampions: 'never' });
    expect(screen.getByRole('heading', { level: 1, name: 'Certified champions' })).toBeTruthy();
    open({ CertifiedChampions: { barrier: 'INTERNAL' } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('counts who is certified, and certifies somebody on what and until when', async () => {
    const page = open({
      RecordCertification: done('recordCertification', certification('ben', 'Ben')),
    });
    expect(await screen.findByText('1 of 2 champions is certified today.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Certify Ben' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/HR leads and Ben can read this/)).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText(/Valid until/), {
      target: { value: '2027-06-01' },
    });
    fireEvent.change(within(dialog).getByLabelText('What it rests on'), {
      target: { value: 'Interview' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Certify' }));
    expect(await screen.findByText('Ben is certified.')).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'RecordCertification')?.variables,
    ).toEqual({
      input: { championId: 'ben', evidence: 'Interview', validUntil: '2027-06-01' },
    });
  });

  it('shows what the server refuses beside the field', async () => {
    open({
      RecordCertification: {
        recordCertification: {
          __typename: 'PairingRefusal',
          message: 'Choose a day after today.',
          field: 'validUntil',
          code: 'DAY_IN_THE_PAST',
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Renew Ana' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Renew' }));
    const field = await within(dialog).findByLabelText(/Valid until/);
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  });

  it('withdraws from today, says that running pairings go on, and takes it back', async () => {
    const withdrawn = certification('ana', 'Ana', {
      state: 'WITHDRAWN',
      withdrawnOn: '2026-11-21',
    });
    const page = open({
      WithdrawCertification: done('withdrawCertification', withdrawn),
      RestoreCertification: done('restoreCertification', certification('ana', 'Ana')),
    });
    expect(await screen.findByRole('button', { name: 'Certify Ben' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Withdraw the certification of Ben' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw the certification of Ana' }));
    expect(
      await screen.findByText(/Withdrawn from today: Ana\. Pairings that run go on/),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(page.asked.map(({ operation }) => operation)).toContain('RestoreCertification'),
    );
  });

  it('teaches when there are no champions, and when a filter leaves none', async () => {
    open({ CertifiedChampions: list([], { champions: 0, certified: 0 }) });
    expect(await screen.findByText('No champions yet')).toBeTruthy();
    open({ CertifiedChampions: list([]) }, '/matching/certified?text=zzz');
    expect(await screen.findByText('Nobody fits that')).toBeTruthy();
  });
});

describe('a certification on the page of a champion', () => {
  const panel = (own: object) =>
    renderPage(<CertificationPanel champion={{ personId: 'ana', name: 'Ana' }} />, {
      answers: {
        CertificationOfChampion: {
          champion: {
            __typename: 'Champion',
            personId: 'ana',
            certification: certification('ana', 'Ana', own),
          },
        },
      },
    });

  it('shows its days to everybody and offers HR to change it', async () => {
    panel({});
    expect(await screen.findByText('Course and interview')).toBeTruthy();
    expect(screen.getByText(/by Ruth/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Renew' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Withdraw' })).toBeTruthy();
  });

  it('offers nothing to whoever may not change it', async () => {
    panel({ viewerCanChange: false, evidence: null, recordedBy: null });
    expect(await screen.findByText('certified')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
