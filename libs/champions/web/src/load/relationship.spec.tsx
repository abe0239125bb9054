import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HoursOffer } from '../directory/hours-offer.js';
import { OnboardingSection } from './onboarding-section.js';
import { NetworkPage } from './network-page.js';
import { StillRight } from './still-right.js';
import { InTouch, TermCard } from './term-card.js';

const SECTIONS = ['ABOUT', 'SKILLS', 'PROBLEMS', 'TOOLS', 'AVAILABILITY'] as const;
const freshness = (...fresh: string[]) =>
  SECTIONS.map((section) => ({
    __typename: 'SectionFreshness',
    section,
    confirmedOn: fresh.includes(section) ? '2026-11-01' : null,
    isFresh: fresh.includes(section),
  }));
const champion = (facts: object) => ({
  champion: { __typename: 'Champion', personId: 'viewer', ...facts },
});

describe('still right?', () => {
  const payload = { __typename: 'ChampionPayload', ...champion({}) };

  it('takes one press for a section, and one for all that faded', async () => {
    const fresh = ['ABOUT'];
    const page = renderPage(<StillRight personId="viewer" />, {
      answers: {
        StillRight: () => champion({ freshness: freshness(...fresh) }),
        ConfirmSections: ({ input }) => {
          fresh.push(...(input as { sections: string[] }).sections);
          return { confirmSections: payload };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Still right: Tools' }));
    expect(await screen.findByText('Thank you. Confirmed as of today.')).toBeTruthy();
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Still right: Tools' })).toBeNull(),
    );
    fireEvent.click(screen.getByRole('button', { name: 'All still right' }));
    await waitFor(() =>
      expect(
        page.asked
          .filter(({ operation }) => operation === 'ConfirmSections')
          .map((a) => a.variables),
      ).toEqual([
        { input: { sections: ['TOOLS'] } },
        { input: { sections: ['SKILLS', 'PROBLEMS', 'AVAILABILITY'] } },
      ]),
    );
  });

  it('asks nothing while all is fresh', async () => {
    renderPage(<StillRight personId="viewer" />, {
      answers: { StillRight: champion({ freshness: freshness(...SECTIONS) }) },
    });
    expect(await screen.findByText(/You are asked again after half a year/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Still right/ })).toBeNull();
  });
});

describe('the term', () => {
  const term = (isAsked: boolean) => ({
    __typename: 'ChampionTerm',
    endsOn: '2026-12-31',
    isAsked,
  });
  const facts = { state: 'ACTIVE', staysInTouch: false };

  it('is renewed with one press near its end', async () => {
    let shown = term(true);
    renderPage(<TermCard personId="viewer" />, {
      answers: {
        Term: () => champion({ ...facts, term: shown }),
        RenewTerm: () => {
          shown = { ...term(false), endsOn: '2027-12-31' };
          return { renewTerm: { __typename: 'ChampionPayload', ...champion({}) } };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Go on for one more term' }));
    expect(await screen.findByText(/It runs until .*2027/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on for one more term' })).toBeNull();
  });

  it('is stopped in two presses, without a reason, and not by accident', async () => {
    const page = renderPage(<TermCard personId="viewer" />, {
      answers: {
        Term: champion({ ...facts, term: term(true) }),
        StepDown: {
          stepDown: { __typename: 'ChampionPayload', ...champion({}) },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Stop being a champion' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stay' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stop being a champion' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Stop on/ }));
    await waitFor(() =>
      expect(page.asked.filter(({ operation }) => operation === 'StepDown')).toMatchObject([
        { variables: { input: { lastDay: '2026-12-31' } } },
      ]),
    );
  });

  it('leaves the choice whether one may be asked later', async () => {
    const page = renderPage(<InTouch staysInTouch={false} />, {
      answers: {
        StayInTouch: {
          stayInTouch: { __typename: 'ChampionPayload', ...champion({}) },
        },
      },
    });
    fireEvent.click(await screen.findByRole('switch'));
    await waitFor(() =>
      expect(page.asked).toMatchObject([{ variables: { input: { stays: true } } }]),
    );
  });
});

describe('the heartbeat of the network', () => {
  const health = {
    networkHealth: {
      __typename: 'NetworkHealth',
      heartbeat: '2 of 3 champions did something for colleagues in 30 days.',
      breadth: '4 people nominated in a year, for 2 units of ten or more: 2.0 per unit.',
      freshSections: 9,
      sections: 15,
      alumniInTouch: 6,
      quiet: [
        {
          __typename: 'QuietChampion',
          personId: 'q',
          name: 'Quiet Quentin',
          unitName: 'Legal',
          days: 49,
        },
      ],
    },
  };

  it('says that load comes with the first champion, and where champions come from', async () => {
    renderPage(<NetworkPage />, {
      viewer: { roles: ['HR_LEAD'] },
      answers: {
        NetworkHealth: health,
        NetworkLoad: {
          networkLoad: {
            __typename: 'NetworkLoad',
            champions: 0,
            askedHours: 0,
            agreedHours: 0,
            sentence: '',
            loads: [],
            over: [],
            overrides: [],
          },
        },
      },
    });
    const face = await emptyFace('No active champions yet');
    expect(face.getByText(/as soon as the first one is at work/)).toBeTruthy();
    expect(face.getByRole('link', { name: 'See nominations' }).getAttribute('href')).toBe(
      '/recruiting',
    );
  });

  it('lists who is over agreed hours with since when and why, and takes a reason', async () => {
    const ask = {
      __typename: 'BeyondAsk',
      kind: 'pairing',
      askId: 'pa',
      on: '2026-10-05',
      hours: 2,
    };
    const over = (personId: string, name: string, more: object) => ({
      __typename: 'OverAgreed',
      personId,
      name,
      agreedHours: 3,
      hoursOver: 1,
      since: '2026-10-05',
      isByFewerHours: false,
      beyond: [ask],
      reason: null,
      ...more,
    });
    const fewer = {
      isByFewerHours: true,
      since: '2026-11-02',
      beyond: [ask, { ...ask, kind: 'session', askId: 's', on: '2026-11-24', hours: 1 }],
      reason: 'Until spring.',
    };
    const page = renderPage(<NetworkPage />, {
      viewer: { roles: ['HR_LEAD'] },
      answers: {
        NetworkHealth: health,
        NetworkLoad: {
          networkLoad: {
            __typename: 'NetworkLoad',
            asOf: '2026-11-23',
            champions: 2,
            askedHours: 8,
            agreedHours: 6,
            sentence: 'Even.',
            loads: [],
            over: [over('p1', 'Ana Ruiz', {}), over('p2', 'Jun Ito', fewer)],
            offers: [],
            overrides: [],
          },
        },
        RecordOverAgreed: {
          recordOverAgreed: { __typename: 'RecordOverAgreedPayload', personId: 'p1' },
        },
      },
    });
    const table = within(await screen.findByRole('table', { name: 'Over agreed hours' }));
    const [, ana, jun] = table.getAllByRole('row');
    expect(ana?.textContent).toContain('1 hour');
    expect(ana?.textContent).toMatch(
      /Since Mon Oct 5Why Beyond 3 hours: 1 pairing since Mon Oct 5 \(2 hours\)\./,
    );
    expect(
      within(ana as HTMLElement)
        .getByRole('link', { name: /^1 pairing since/ })
        .getAttribute('href'),
    ).toBe('/pairings/pa');
    expect(jun?.textContent).toMatch(
      /Agreed to 3 hours on Mon Nov 2\. Beyond them: .*, 1 extra session on Tue Nov 24 \(1 hour\)\. On record: Until spring\./,
    );
    expect(within(jun as HTMLElement).queryByRole('button')).toBeNull();
    expect(screen.getByText(/pause or end a pairing on its page/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Record a reason for Ana Ruiz' }));
    fireEvent.change(await screen.findByLabelText('Reason'), { target: { value: 'Until May.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Put on record' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecordOverAgreed')?.variables,
      ).toEqual({ input: { personId: 'p1', reason: 'Until May.' } }),
    );
    expect(await screen.findByText('The reason is on record.')).toBeTruthy();
  });

  it('says who falls silent before day 60, how broad nominations are and who may be asked', async () => {
    renderPage(<NetworkPage />, {
      viewer: { roles: ['HR_LEAD'] },
      answers: {
        NetworkHealth: health,
        NetworkLoad: 'never',
      },
    });
    expect(await screen.findByText(/2 of 3 champions did something/)).toBeTruthy();
    expect(screen.getByText('9 of 15 sections confirmed in 180 days.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Quiet Quentin' })).toBeTruthy();
    expect(screen.getByText('49 days')).toBeTruthy();
    expect(screen.getByRole('link', { name: '6' }).getAttribute('href')).toBe(
      '/champions?state=IN_TOUCH',
    );
  });
});

describe('more hours than were approved', () => {
  const offer = { personId: 'p1', agreedHours: 4, wantedHours: 8, viewerCanAnswerHours: true };

  it('are answered with one press by the programme', async () => {
    const page = renderPage(<HoursOffer champion={offer} />, {
      answers: {
        AnswerHours: {
          answerHours: {
            __typename: 'ChampionPayload',
            champion: {
              __typename: 'Champion',
              ...offer,
              agreedHours: 8,
              wantedHours: null,
              version: 2,
            },
          },
        },
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Agree to 8 hours' }));
    await waitFor(() =>
      expect(page.asked.at(-1)).toMatchObject({
        operation: 'AnswerHours',
        variables: { input: { personId: 'p1', hours: 8, isAgreed: true } },
      }),
    );
  });

  it('are an offer to the champion, who is asked nothing more by then', () => {
    renderPage(<HoursOffer champion={{ ...offer, viewerCanAnswerHours: false }} />);
    expect(screen.getByText('8 hours a month offered, 4 hours agreed')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Agree/ })).toBeNull();
  });
});

const step = (id: string, label: string, href: string | null, more: object = {}) => ({
  __typename: 'OnboardingStep',
  id,
  label,
  href,
  isDone: false,
  isFound: false,
  ...more,
});

describe('the first steps of a new champion', () => {
  it('lead with the programme’s words and to each place, and take a tick', async () => {
    const page = renderPage(<OnboardingSection />, {
      answers: {
        MyOnboarding: {
          myOnboarding: {
            __typename: 'Onboarding',
            welcome: 'Glad to have you.',
            steps: [
              step('s1', 'Fill in your profile', '/champions/me', { isDone: true, isFound: true }),
              step('s2', 'Offer an office hour', '/help'),
              step('s3', 'Read the handbook', 'https://intranet.example.com/ai'),
              step('s4', 'Meet your lead', null),
            ],
          },
        },
        TickOnboardingStep: {
          tickOnboardingStep: { __typename: 'TickOnboardingStepPayload', stepId: 's4' },
        },
      },
    });
    expect(await screen.findByText('Glad to have you.')).toBeTruthy();
    expect(screen.getByText('1 of 4 done.')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Done' })).toBeTruthy();
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(to('Offer an office hour')).toBe('/help');
    expect(to('Read the handbook')).toBe('https://intranet.example.com/ai');
    fireEvent.click(screen.getByLabelText('Done: Meet your lead'));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'TickOnboardingStep')?.variables,
      ).toEqual({ input: { stepId: 's4', isDone: true } }),
    );
  });

  it('are gone afterwards', async () => {
    const page = renderPage(<OnboardingSection />, {
      answers: { MyOnboarding: { myOnboarding: null } },
    });
    await waitFor(() => expect(page.asked).toHaveLength(1));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
