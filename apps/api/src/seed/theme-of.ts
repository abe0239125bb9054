import type { DemoCompany, DemoPerson } from './people.js';
import { themes, type Theme } from './stories.js';

/** Which themes of `themes` fit a function, the more particular ones first. */
const FITS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/customer success|service desk/i, [1, 2]],
  [/legal|people and culture|works council/i, [1]],
  [/financ|account|controll|treasur|tax/i, [0]],
  [/sales|marketing|product/i, [2, 1]],
  [/procure|logistic|planning|supply/i, [3]],
  [/engineer|design|electron|software|it and data|research|tooling|test/i, [4]],
  [/operation|plant|assembly|paint|maintenance|quality|safety|facilit/i, [5, 3]],
];

/** What an executive works on with a champion: something of their own function, by turns where several fit. */
export function themeOf(executive: DemoPerson, company: DemoCompany, turn: number): Theme {
  const words = `${executive.title} ${company.plans.get(executive.unit)?.name ?? ''}`;
  const fits = FITS.find(([pattern]) => pattern.test(words))?.[1] ?? themes.map((_, at) => at);
  const theme = themes[fits[turn % fits.length] ?? 0] ?? themes[0];
  if (!theme) throw new Error('There are no themes.');
  return theme;
}

/** What a pair that works on a theme agreed: the goal of the programme's list, and what it is about. */
const AGREED = [
  ['forecast_accuracy', 'The monthly comments, and what the controllers could do without us'],
  ['customer_relations', 'Messages that are read twice: complaints, refusals, reorganisation'],
  ['customer_relations', 'Visits: one page, sourced, and two good questions'],
  ['better_decisions', 'Supplier decisions with the reasons written down'],
  ['less_manual_work', 'What the team hands over, and what it keeps on purpose'],
  ['better_decisions', 'Long reports: one page, with what has to be decided'],
] as const;

export function agreedOf(theme: Theme): { goal: string; worksOn: string } {
  const [goal, worksOn] = AGREED[themes.indexOf(theme)] ?? AGREED[0];
  return { goal, worksOn };
}
