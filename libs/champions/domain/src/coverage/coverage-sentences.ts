import {
  type CoverageFigure,
  type CoverageRules,
  countOf,
  wholeNumber,
} from './coverage-figure.js';
import type { Coverage, PooledGroup, UnitCoverage } from './coverage.js';

/** Whether the sentences speak of units or of sites. */
export type Cut = 'unit' | 'location';

const SMALL: Record<Cut, string> = {
  unit: 'Units under # people are counted with the unit above.',
  location: 'Sites under # people are counted with the company.',
};

/** "One champion for every 25 people, rounded up. Units under 10 people are counted with …" */
export function ruleSentence(rules: CoverageRules, by: Cut = 'unit'): string {
  const every = rules.targetRatio === 1 ? 'each person' : `every ${rules.targetRatio} people`;
  const rounding =
    rules.rounding === 'up' ? 'rounded up' : 'rounded to the nearest whole number, at least one';
  const small =
    rules.smallUnitLimit > 1 ? ` ${SMALL[by].replace('#', wholeNumber(rules.smallUnitLimit))}` : '';
  return `One champion for ${every}, ${rounding}.${small} Champions count among the people.`;
}

/** "99 champions for 2,235 people: 1 per 22.6, target 1 per 25." */
export function totalSentence({ company }: Coverage): string {
  const champions = countOf(company.champions, 'champion', 'champions');
  if (company.people === 0) return `${champions}, and no employees to cover.`;
  const people = countOf(company.people, 'person', 'people');
  const target = `target 1 per ${wholeNumber(company.targetRatio)}`;
  if (company.champions === 0) return `No champions yet for ${people}, ${target}.`;
  return `${champions} for ${people}: ${company.ratioText}, ${target}.`;
}

/** "3 units are short by 8 champions; 1 has none." Empty text when nobody is to be covered. */
export function gapSentence({ company, gaps, onTheEdge }: Coverage, by: Cut = 'unit'): string {
  if (company.people === 0) return '';
  const short = gaps.unitIds.length;
  if (short === 0) {
    if (company.gap > 0) {
      return `The company as a whole needs ${countOf(company.gap, 'more champion', 'more champions')}.`;
    }
    const watch =
      onTheEdge > 0
        ? ` ${wholeNumber(onTheEdge)} ${onTheEdge === 1 ? 'is' : 'are'} one leaver away from a gap.`
        : '';
    return `Every ${by === 'unit' ? 'unit' : 'site'} has its champions.${watch}`;
  }
  const missing = countOf(gaps.champions, 'champion', 'champions');
  const none = gaps.unitsWithNone;
  const empty = none > 0 ? `; ${wholeNumber(none)} ${none === 1 ? 'has' : 'have'} none` : '';
  const are =
    by === 'unit' ? countOf(short, 'unit is', 'units are') : countOf(short, 'site is', 'sites are');
  return `${are} short by ${missing}${empty}.`;
}

/**
 * The finding before the figures, where they would hide it: a company that has its champions still lacks some, because
 * what one unit has to spare does not cover another. Empty otherwise.
 *
 * "The company has the 90 champions it needs, yet Logistics has none for 104 people: what one unit has to spare does not
 * cover another."
 */
export function spreadSentence({ company, units, gaps }: Coverage, by: Cut = 'unit'): string {
  const [worst] = gaps.unitIds;
  if (company.people === 0 || company.gap > 0 || worst === undefined) return '';
  const enough = `The company has the ${countOf(company.required, 'champion', 'champions')} it needs`;
  const one = by === 'unit' ? 'unit' : 'site';
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const listed = gaps.unitIds.flatMap((id) => byId.get(id) ?? []);
  const first = listed.find(({ state }) => state === 'none') ?? byId.get(worst);
  const others = listed.filter(({ state }) => state === 'none').length - 1;
  const lacks =
    first?.state !== 'none'
      ? `${first?.name ?? ''} lacks ${wholeNumber(first?.gap ?? 0)}`
      : others > 0
        ? `${first.name} and ${countOf(others, `other ${one} have`, `other ${one}s have`)} none`
        : `${first.name} has none for ${countOf(first.people, 'person', 'people')}`;
  return `${enough}, yet ${lacks}: what one ${one} has to spare does not cover another.`;
}

/** "Logistics has no champion. It needs 5 for 104 people." */
export function unitSentence(
  unit: CoverageFigure & { readonly name: string },
  sharedWithName: string,
): string {
  const people = countOf(unit.people, 'person', 'people');
  if (unit.people === 0) return `${unit.name} has no employees.`;
  if (unit.state === 'pooled') {
    return `${unit.name} has ${people}, too few for a target of its own. It is counted with ${sharedWithName}.`;
  }
  if (unit.champions === 0)
    return `${unit.name} has no champion. It needs ${unit.required} for ${people}.`;
  const has = `${unit.name} has ${wholeNumber(unit.champions)} of ${wholeNumber(unit.required)} champions for ${people}`;
  if (unit.gap > 0) return `${has}. It needs ${wholeNumber(unit.gap)} more.`;
  return unit.surplus > 0 ? `${has}, ${wholeNumber(unit.surplus)} to spare.` : `${has}.`;
}

/** "63 people in 7 small units would need 3 champions if counted together; 2 are shared among them." */
export function pooledSentence(group: PooledGroup): string {
  const people = countOf(group.people, 'person', 'people');
  const units = countOf(group.unitIds.length, 'small unit', 'small units');
  const need = countOf(group.requiredTogether, 'champion', 'champions');
  const shared =
    group.champions === 0
      ? 'none of them has a champion'
      : `${wholeNumber(group.champions)} ${group.champions === 1 ? 'is' : 'are'} shared among them`;
  return `${people} in ${units} would need ${need} if counted together; ${shared}.`;
}

/** Below a row: "2 units below have none", "1 unit below is short"; empty text when neither. */
export function belowSentence({ below }: Pick<UnitCoverage, 'below'>): string {
  const lacking = below.short + below.close;
  const parts: string[] = [];
  if (below.none > 0)
    parts.push(`${countOf(below.none, 'unit below has', 'units below have')} none`);
  if (lacking > 0) parts.push(`${countOf(lacking, 'unit below is', 'units below are')} short`);
  return parts.join(', ');
}

/** Champions on paper and champions at work: "71 of the 90 champions needed did something for colleagues in the last 60 days." */
export function effectiveSentence(effective: number, required: number): string {
  if (required === 0) return '';
  const needed = countOf(required, 'champion', 'champions');
  return `${wholeNumber(effective)} of the ${needed} needed did something for colleagues in the last 60 days.`;
}
