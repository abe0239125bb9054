export { ok, refuse, type Result } from './result.js';
export { fixedClock, systemClock, type Clock } from './clock.js';
export { addDays, dayOfInstant, daysBetween, FOREVER, isDay, weekdayOf, type Day } from './day.js';
export { isId, newId } from './id.js';
