import { graphql } from '@flipside/platform-web';

/** A clock's words, as the server formatted them; nothing is converted here. */
export interface ShownTime {
  place: string;
  offset: string;
  day: string;
  dayInWords: string;
  timeInWords: string;
}

export interface ShownPerson {
  id: string;
  name: string;
}

/** What every list and page shows of a session. */
export interface ShownSession {
  id: string;
  pairingId: string;
  status: string;
  statusInWords: string;
  reasonInWords?: string | null;
  isMoved: boolean;
  isDisputed: boolean;
  hasEnded: boolean;
  startsAt: string | Date;
  endsAt: string | Date;
  minutes: number;
  version: number;
  viewerSide?: string | null;
  meetingLink?: string | null;
  agenda?: string | null;
  yourTime: ShownTime;
  otherTimes: { name: string; time: ShownTime }[];
  executive: ShownPerson;
  champion: ShownPerson;
  onBehalfOf?: ShownPerson | null;
  viewerCanMove: boolean;
  viewerCanSkip: boolean;
  viewerCanCancel: boolean;
  viewerCanRestore: boolean;
  viewerCanRecord: boolean;
}

export const SessionFields = graphql(`
  fragment SessionFields on Session {
    id
    pairingId
    status
    statusInWords
    reasonInWords
    isMoved
    isDisputed
    hasEnded
    startsAt
    endsAt
    minutes
    version
    viewerSide
    meetingLink
    agenda
    yourTime {
      ...WallSpanWords
    }
    otherTimes {
      name
      time {
        ...WallSpanWords
      }
    }
    executive {
      id
      name
    }
    champion {
      id
      name
    }
    onBehalfOf {
      id
      name
    }
    viewerCanMove
    viewerCanSkip
    viewerCanCancel
    viewerCanRestore
    viewerCanRecord
  }
`);

export const WallSpanWords = graphql(`
  fragment WallSpanWords on WallSpan {
    place
    offset
    day
    dayInWords
    timeInWords
  }
`);

/** "Tue 25 Nov, 9:30–10:00" */
export const momentOf = (session: Pick<ShownSession, 'yourTime'>): string =>
  `${session.yourTime.dayInWords}, ${session.yourTime.timeInWords}`;

/** "17:00–17:30 for Priya (Kolkata)", with the day where it is another one. */
export const otherClock = (own: ShownTime, other: { name: string; time: ShownTime }): string => {
  const day = other.time.day === own.day ? '' : `${other.time.dayInWords}, `;
  return `${day}${other.time.timeInWords} for ${other.name} (${other.time.place})`;
};

/** Whom it is with, as the reader knows it. */
export function partnerOf(session: ShownSession): string {
  if (session.viewerSide === 'EXECUTIVE') return session.champion.name;
  if (session.viewerSide === 'CHAMPION') return session.executive.name;
  return `${session.executive.name} and ${session.champion.name}`;
}
