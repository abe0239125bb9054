import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { InboundPage } from './inbound-page.js';

const viewer = { roles: ['EMPLOYEE' as const, 'ADMINISTRATOR' as const] };
const way = {
  __typename: 'InboundWay',
  mailbox: 'coaching@example.com',
  how: 'INBOX at mail.example.com is read every two minutes.',
  readAt: '2027-01-11T08:00:00Z',
  problem: null,
};
const pageOf = (nodes: object[]) => ({
  __typename: 'InboundMailConnection',
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ __typename: 'InboundMailEdge', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
});

describe('the page of incoming mail', () => {
  it('says what came, what came of it, and why nothing did', async () => {
    const mail = {
      __typename: 'InboundMail',
      id: 'm1',
      from: 'helen@home.example',
      receivedAt: '2027-01-11T08:00:00Z',
      what: 'Answer of a calendar',
      label: 'Sender has no say here',
      why: 'The sender is neither of the two people, or the session is unknown here.',
      isRefused: true,
    };
    renderPage(<InboundPage />, {
      viewer,
      answers: { Inbound: { inboundWay: way, inboundMails: pageOf([mail]) } },
    });
    expect(await screen.findByText('Answer of a calendar · helen@home.example')).toBeTruthy();
    expect(screen.getByText('Sender has no say here')).toBeTruthy();
    expect(screen.getByText(/neither of the two people/)).toBeTruthy();
  });

  it('teaches while nothing came, and says when the mailbox cannot be read', async () => {
    const problem = 'Authentication failed';
    renderPage(<InboundPage />, {
      viewer,
      answers: { Inbound: { inboundWay: { ...way, problem }, inboundMails: pageOf([]) } },
    });
    expect(await screen.findByRole('heading', { name: 'Nothing came yet' })).toBeTruthy();
    expect(screen.getByText('The mailbox cannot be read')).toBeTruthy();
  });

  it('says that nothing was refused where only that is looked for, and leads back to all', async () => {
    const page = renderPage(<InboundPage />, {
      viewer,
      at: '/inbound?show=refused',
      answers: { Inbound: { inboundWay: way, inboundMails: pageOf([]) } },
    });
    const face = await emptyFace('Nothing was refused');
    expect(face.getByText('Every mail that came was understood.')).toBeTruthy();
    fireEvent.click(face.getByRole('button', { name: 'Show all mails' }));
    expect(page.address()).toBe('/inbound');
    expect(await screen.findByRole('heading', { name: 'Nothing came yet' })).toBeTruthy();
  });
});
