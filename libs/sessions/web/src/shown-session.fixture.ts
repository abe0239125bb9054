import { formatCalendarDay } from '@flipside/platform-web';

/** A calendar day in the words of this machine's English. */
export const dayOf = (day: string): string => formatCalendarDay(day);

/** Matches a name or text that holds these words. */
export const having =
  (words: string) =>
  (name: string): boolean =>
    name.includes(words);

/** A session as the server answers it, for page specs. */
const london = {
  __typename: 'WallSpan',
  zone: 'Europe/London',
  place: 'London',
  elsewhere: null,
  day: '2027-01-12',
  startTime: '09:30',
  endTime: '10:00',
};
const kolkata = {
  __typename: 'WallSpan',
  zone: 'Asia/Kolkata',
  place: 'Kolkata',
  elsewhere: null,
  day: '2027-01-12',
  startTime: '15:00',
  endTime: '15:30',
};

export const aShownSession = (over: Record<string, unknown> = {}) => ({
  __typename: 'Session',
  id: 's1',
  pairingId: 'p1',
  status: 'BOOKED',
  statusInWords: 'Booked',
  reasonInWords: null,
  isMoved: false,
  isDisputed: false,
  attentionInWords: [],
  hasEnded: false,
  startsAt: '2027-01-12T09:30:00.000Z',
  endsAt: '2027-01-12T10:00:00.000Z',
  minutes: 30,
  version: 1,
  viewerSide: 'EXECUTIVE',
  meetingLink: null,
  agenda: 'Try it on the Q4 forecast',
  yourTime: london,
  otherTimes: [{ __typename: 'OtherClock', name: 'Priya Nair', time: kolkata }],
  executive: { __typename: 'SessionPerson', id: 'e1', name: 'Helen Ward' },
  champion: { __typename: 'SessionPerson', id: 'c1', name: 'Priya Nair' },
  onBehalfOf: null,
  viewerCanMove: true,
  viewerCanPropose: true,
  viewerCanSkip: true,
  viewerCanCancel: true,
  viewerCanRestore: false,
  viewerCanRecord: false,
  history: [],
  ...over,
});

export const aTimeOption = (startsAt: string, endTime: string) => ({
  __typename: 'TimeOption',
  startsAt,
  yourTime: { ...london, day: startsAt.slice(0, 10), startTime: startsAt.slice(11, 16), endTime },
  otherTimes: [],
});

export const anOption = (id: string, endTime: string, reason: string) => ({
  __typename: 'SessionOption',
  id,
  kind: 'BEST',
  label: id,
  everyWeeks: 2,
  days: [id.slice(0, 10)],
  reasons: [reason],
  first: aTimeOption(`${id}:00.000Z`, endTime),
});

export const anOffer = (
  options: unknown[] = [
    anOption('2027-01-12T09:30', '10:00', 'Suits both best.'),
    anOption('2027-01-13T16:00', '16:30', 'Another time of the week.'),
    anOption('2027-01-14T08:30', '09:00', 'Another time of the week.'),
  ],
) => ({
  __typename: 'PairingToBook',
  pairingId: 'p1',
  minutes: 30,
  executive: { __typename: 'SessionPerson', id: 'viewer', name: 'Helen Ward' },
  champion: { __typename: 'SessionPerson', id: 'c1', name: 'Priya Nair' },
  options,
});
