/** What one running pairing asks of a champion. */
export interface RunningPairing {
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
}

const FOUR_WEEKS = 28;
/** Preparing and writing up together take about as long as the session itself. */
const WITH_PREPARATION = 2;

/**
 * Minutes per four weeks that a pairing asks, rounded up: 28 ÷ cadence × session length × 2. The view `champion_ask`
 * counts the same way.
 *
 * Example: 30 minutes every 14 days = 2 × 30 × 2 = 120 minutes.
 */
export const fourWeekMinutes = ({ cadenceDays, sessionMinutes }: RunningPairing): number =>
  Math.ceil((FOUR_WEEKS * sessionMinutes * WITH_PREPARATION) / cadenceDays);
