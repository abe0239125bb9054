import { checkWeeklyHours, weekInWords, type WeeklyHours } from '@flipside/people-domain';
import { zoneCity } from '@flipside/platform-web';

/** The week with its zone in one sentence, or what is wrong with it. */
export function weekSentence(hours: WeeklyHours, timeZone: string): string {
  const checked = checkWeeklyHours(hours);
  return checked.ok
    ? `${weekInWords(checked.value)}, ${zoneCity(timeZone)} time.`
    : checked.refusal.message;
}
