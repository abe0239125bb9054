/** What one running pairing asks of a champion. */
export interface RunningPairing {
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
}

const DAYS_A_MONTH = 365.25 / 12;
/** Preparing and logging together take about as long as the session itself. */
const WITH_PREPARATION = 2;

/**
 * Hours a month that pairings ask: Σ days a month ÷ cadence × session length × 2, to one decimal.
 *
 * Example: 30 minutes every 14 days = 30.4 ÷ 14 × 0.5 × 2 = 2.2 hours.
 */
export function monthlyHours(pairings: readonly RunningPairing[]): number {
  const minutes = pairings.reduce(
    (sum, { cadenceDays, sessionMinutes }) =>
      sum + (DAYS_A_MONTH / cadenceDays) * sessionMinutes * WITH_PREPARATION,
    0,
  );
  return Math.round(minutes / 6) / 10;
}
