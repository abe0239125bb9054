import {
  dayOf,
  exceptionsInWords,
  helpInWords,
  quarterEnd,
  reasonInWords,
  rhythmInWords,
} from '@flipside/sessions-domain';
import type { SeenPlan, SeenPlanned } from './plan.reader.js';
import type { PlannedPairing, QuarterPlan } from './plan.type.js';

export const planView = ({ figures, ...plan }: SeenPlan): QuarterPlan => ({
  ...plan,
  endsOn: quarterEnd(plan.startsOn),
  alreadyBooked: figures.alreadyBooked ?? 0,
});

export function plannedView(row: SeenPlanned): PlannedPairing {
  const names = {
    executiveName: row.executiveName,
    championName: row.championName,
    championZone: row.championZone,
  };
  const words = (start: string | null): string | null =>
    start && rhythmInWords(start, row.zone ?? 'UTC', row.intervalWeeks);
  return {
    id: `${row.planId}:${row.pairingId}`,
    pairingId: row.pairingId,
    executive: { id: row.executiveId, name: row.executiveName },
    champion: { id: row.championId, name: row.championName },
    state: row.state,
    rhythm: words(row.localStart),
    rhythmBefore: row.isNew || row.beforeStart === row.localStart ? null : words(row.beforeStart),
    firstOn: row.localStart && dayOf(row.localStart),
    sessions: row.sessionCount - row.leftOut.length,
    leftOut: exceptionsInWords(
      { occurrences: row.leftOut.map((each) => ({ ...each, occurrence: null })) },
      names,
    ),
    reason: row.reason && reasonInWords(row.reason, names),
    reasonCode: row.reason,
    helps: row.helps.map((help) => ({ ...help, words: helpInWords(help, names) })),
    isLocked: row.isLocked,
  };
}
