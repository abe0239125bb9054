import { formatCalendarDay, useDates } from '@flipside/platform-web';
import type { PairingPageQuery } from '@flipside/platform-web/gql';
import type { Fact } from '@flipside/ui';
import { rhythm } from '../pairing-words.js';

type Pairing = PairingPageQuery['pairing'];
type Person = Pairing['executive'];

const place = ({ title, unit, location }: Person): string =>
  [title, unit?.name, location?.name].filter(Boolean).join(' · ') || 'Not known';

/** Who, in which rhythm, since when: what the page says at a glance. */
export function usePairingFacts(pairing: Pairing): Fact[] {
  const dates = useDates();
  const { viewerSide, executive, champion, cadenceDays, sessionMinutes } = pairing;
  const facts: Fact[] = [];
  if (viewerSide !== 'EXECUTIVE') facts.push({ label: executive.name, value: place(executive) });
  if (viewerSide !== 'CHAMPION') facts.push({ label: champion.name, value: place(champion) });
  facts.push({ label: 'Rhythm', value: `${sessionMinutes} minutes ${rhythm(cadenceDays)}` });
  facts.push({ label: 'Proposed', value: dates.day(pairing.proposedAt) });
  if (pairing.acceptedAt) facts.push({ label: 'Accepted', value: dates.day(pairing.acceptedAt) });
  if (pairing.pausedFrom) {
    facts.push({
      label: 'Paused',
      value: pairing.pausedUntil
        ? `since ${formatCalendarDay(pairing.pausedFrom)}, back on ${formatCalendarDay(pairing.pausedUntil)}`
        : `since ${formatCalendarDay(pairing.pausedFrom)}, until somebody resumes`,
    });
  }
  if (pairing.endedAt) facts.push({ label: 'Ended', value: dates.day(pairing.endedAt) });
  return facts;
}
