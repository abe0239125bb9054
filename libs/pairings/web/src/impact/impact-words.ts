/** Below this many people a share is told as it is, "7 of 12": a per cent of few says more than it knows. */
const FEW = 20;

/** "7 of 12", or "58 % (70 of 120)". */
export function shareInWords(share: { part: number; of: number } | null | undefined): string {
  if (!share) return '–';
  const { part, of } = share;
  const count = `${part.toLocaleString('en')} of ${of.toLocaleString('en')}`;
  return of < FEW ? count : `${Math.round((100 * part) / of)} % (${count})`;
}

/** "2.3 (41 people)". */
export const meanInWords = (mean: { mean: number; of: number } | null | undefined): string =>
  mean ? `${mean.mean.toFixed(1)} (${mean.of.toLocaleString('en')} people)` : '–';

/** How often chance alone does this: "in 8 of 100 rounds". */
export function chanceInWords(chance: number | null | undefined): string {
  if (chance == null) return '–';
  const inHundred = Math.round(100 * chance);
  return inHundred < 1 ? 'in fewer than 1 of 100' : `in ${inHundred} of 100`;
}

export const ratioInWords = (ratio: number | null | undefined): string =>
  ratio == null ? '–' : ratio.toFixed(2);

export const namesInWords = (names: readonly string[]): string => names.join(' · ');
