import { outsideHoursInWords, ownMomentInWords } from '@flipside/sessions-domain';
import { readerZone, timeOption } from './booking.view.js';
import type { SeenOffer, SeenQuestion } from './offer.reader.js';
import type { RhythmQuestion, SessionOfferType } from './offer.type.js';
import { canAnswer, mayDo, scopeOfOffer } from './session.policy.js';
import { wallSpan } from './session.view.js';

interface Reader {
  readonly personId: string;
  readonly timeZone: string;
}

/** An open offer in its reader's clock. */
export function offerToAnswerView(
  { row, standing, people, travel }: SeenOffer,
  viewer: Reader,
): SessionOfferType {
  const reader = { ...viewer, travel };
  const { executive, champion } = people;
  const principal = [executive, champion].find(({ id }) => id === standing.onBehalfOf);
  return {
    id: row.id,
    kind: row.kind,
    aboutSessionId: row.aboutSessionId,
    aboutTime: wallSpan(
      row.aboutStartsAt,
      row.aboutEndsAt,
      readerZone(reader, row.aboutStartsAt),
      viewer.timeZone,
    ),
    executive: { id: executive.id, name: executive.name },
    champion: { id: champion.id, name: champion.name },
    isYoursToAnswer: canAnswer(standing, row),
    answeredBy: { id: people[row.awaits].id, name: people[row.awaits].name },
    viewerCanLetGo: mayDo(standing, scopeOfOffer(row.kind)),
    onBehalfOf: principal ? { id: principal.id, name: principal.name } : null,
    proposedByName: row.proposedByName,
    expiresAt: row.expiresAt,
    expiresInWords: ownMomentInWords(row.expiresAt, { zone: viewer.timeZone, travel }),
    round: row.round,
    times: row.times.map(({ sessionId, startsAt }) => ({
      sessionId,
      time: timeOption(new Date(startsAt), row.minutes, people, reader),
      note: outsideHoursInWords(people, new Date(startsAt), row.minutes),
    })),
  };
}

const BECAUSE: Readonly<Record<SeenQuestion['cause'], (question: SeenQuestion) => string>> = {
  cancelled: ({ championName }) => `Two sessions with ${championName} in a row did not fit.`,
  zone: ({ championName }) =>
    `You work in another zone now. Sessions with ${championName} keep the hour they had.`,
  away: ({ championName }) => `Somebody is away for all planned sessions with ${championName}.`,
};

export const questionView = (question: SeenQuestion): RhythmQuestion => ({
  id: question.id,
  pairingId: question.pairingId,
  because: BECAUSE[question.cause](question),
  executive: { id: question.executiveId, name: question.executiveName },
  champion: { id: question.championId, name: question.championName },
  nextSessionId: question.nextSessionId,
  viewerCanPause: question.standing.onBehalfOf === null,
});
