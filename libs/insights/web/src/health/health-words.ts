/** States of a pairing's health, in the words of every page that shows one. */
export const STATES = {
  AT_RISK: { word: 'At risk', tone: 'short' },
  SLIPPING: { word: 'Slipping', tone: 'close' },
  ON_RHYTHM: { word: 'On rhythm', tone: 'covered' },
  TOO_NEW: { word: 'Too new to say', tone: 'outline' },
  NOT_ENOUGH_DATA: { word: 'Not enough data', tone: 'outline' },
  PAUSED: { word: 'Paused', tone: 'neutral' },
  ENDED: { word: 'Ended', tone: 'neutral' },
} as const;
