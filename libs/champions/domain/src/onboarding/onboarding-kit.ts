import { ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

/** One of the first steps, as the programme writes it. */
export interface KitStep {
  /** Null for a new one. */
  readonly id: string | null;
  readonly label: string;
  /** A page of ours, where `:me` stands for the champion, or an address on the web; null for a step without a place. */
  readonly href: string | null;
}

const MOST_STEPS = 20;
const LONGEST_LABEL = 120;
const LONGEST_HREF = 300;
/** One slash: two begin the address of another site. */
const PAGE_OF_OURS = /^\/(?![/\\])[\w\-/:?=&.%~]*$/;

function isPlace(href: string): boolean {
  if (href.length > LONGEST_HREF) return false;
  return PAGE_OF_OURS.test(href) || (/^https:\/\/[^\s"<>]+$/.test(href) && URL.canParse(href));
}

/** The steps in their order, tidied; the first thing about them that cannot be so. */
export function checkKit(steps: readonly KitStep[]): Result<KitStep[], ChampionRefusal> {
  if (steps.length > MOST_STEPS) return refuse(championRefusal('TOO_MANY_STEPS', 'steps'));
  const tidy = steps.map(({ id, label, href }) => ({
    id,
    label: label.replace(/\s+/g, ' ').trim(),
    href: href?.trim() || null,
  }));
  if (tidy.some(({ label }) => label === '' || [...label].length > LONGEST_LABEL))
    return refuse(championRefusal('STEP_LABEL_MISSING', 'label'));
  if (tidy.some(({ href }) => href !== null && !isPlace(href)))
    return refuse(championRefusal('STEP_PLACE_UNKNOWN', 'href'));
  return ok(tidy);
}
