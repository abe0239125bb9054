/** Reasons that HR reads: the codes of the sessions context, never anything that a person typed. */
const WORDS: Readonly<Record<string, string>> = {
  executive_away: 'executive away',
  champion_away: 'champion away',
  holiday: 'holiday',
  other_work: 'other work',
  nothing_new: 'nothing new',
  not_free: 'no common time',
  paused: 'paused',
  pairing_paused: 'paused',
  pairing_ended: 'pairing ended',
  person_left: 'one of them left',
};

/** The reason in a few words, or null when there is none or it is not from the list. */
export const reasonInWords = (reason: string | null): string | null =>
  reason === null ? null : (WORDS[reason] ?? null);
