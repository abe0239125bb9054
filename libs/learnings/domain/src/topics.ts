/** Topics every log offers after those the two people used or wished for. Names only, so HR may see them. */
export const STARTER_TOPICS = [
  'E-mail and tone',
  'Meeting preparation',
  'Summaries',
  'Spreadsheets',
  'Forecasting',
  'Presentations',
  'Research',
  'Customer insight',
  'Planning',
  'Checking answers',
  'Data and boundaries',
  'Working with the team',
] as const;

/**
 * The topics a log offers, without repeats, in the order of their likely use: last used first, then what the
 * executive asked for, then the starter list. Upper and lower case do not make two topics.
 */
export function offerTopics(
  lastUsed: readonly string[],
  wished: readonly string[],
): readonly string[] {
  const seen = new Set<string>();
  return [...lastUsed, ...wished, ...STARTER_TOPICS].filter((topic) => {
    const key = topic.trim().toLocaleLowerCase('en');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
