export {
  edgeMs,
  isTimeZone,
  localOf,
  offsetAt,
  resolveLocal,
  timeZones,
  type LocalDateTime,
  type Resolution,
} from './time-zone.js';
export {
  overlapMinutes,
  workingIntervals,
  type Interval,
  type WeeklyHours,
  type WorkingInterval,
} from './working-hours.js';
