import { auditAll } from '../checker/audit.js';
import type { Certificate, Fault, ProblemFacts } from '../checker/certificate.js';
import { hash } from './hash.js';
import { brokenRules } from './hard-rules.js';
import { prepare, type People } from './prepared.js';
import { worthOf, pairPoints, type Neutrals } from './score.js';
import { MOST_POINTS } from './round-rules.js';
import { seededTies } from '../solver/candidates.js';
import { Run, type RunEdit, type RunQuote, type RunStart } from './run.js';

/** What is stored of one computation beside its inputs. */
export interface StoredRun {
  readonly start: RunStart;
  readonly neutrals: Neutrals;
  readonly certificate: Certificate;
  readonly pairs: readonly {
    readonly executiveId: string;
    readonly championId: string | null;
    readonly points: number;
  }[];
}

/** One decision of HR as it was logged. */
export interface StoredEdit {
  readonly seq: number;
  /** What the decision means for the best result; null when it changes nothing there. */
  readonly edit: readonly RunEdit[] | null;
  /** The price that was shown; null when none was. */
  readonly price: Omit<RunQuote, 'moves'> | null;
}

/** What does not hold about a stored round. */
export interface RoundFault {
  readonly what: 'CERTIFICATE' | 'PAIRS' | 'POINTS' | 'PRICE' | 'EDIT';
  readonly sentence: string;
}

const MOST_FAULTS = 20;

/**
 * The problem as the checker takes it, from the stored people, pair by pair with the plain rules and criteria: neither
 * the solver nor the compiled form has a part in it.
 */
function factsOf(people: People, { start, neutrals }: StoredRun): ProblemFacts {
  const { executives, champions, facts } = prepare(people);
  const { rules } = facts;
  const rowOf = new Map(executives.map(({ profile }, row) => [profile.id, row]));
  const colOf = new Map(champions.map(({ profile }, col) => [profile.id, col]));
  const standing = new Map<number, number>();
  for (const { executiveId, championId } of start.standing) {
    const [row, col] = [rowOf.get(executiveId), colOf.get(championId)];
    if (row !== undefined && col !== undefined && rules.continuity > 0) standing.set(row, col);
  }
  const ceiling = MOST_POINTS + worthOf(rules.wishes, 100);
  const bonus = standing.size > 0 ? rules.continuity : 0;
  const absent = new Set(start.absent.flatMap((id) => rowOf.get(id) ?? []));
  const pins = new Map<number, number>();
  for (const { executiveId, championId } of start.pins) {
    const [row, col] = [rowOf.get(executiveId), colOf.get(championId)];
    if (row !== undefined && col !== undefined && !absent.has(row)) pins.set(row, col);
  }
  const behind = (row: number, col: number) =>
    standing.has(row) && standing.get(row) !== col ? bonus : 0;
  const { worthFrom } = rules;
  return {
    rows: executives.length,
    cols: champions.length,
    maxCost: ceiling + bonus,
    capacity: champions.map(({ profile }) => Math.max(0, profile.capacity - profile.livePairings)),
    placeCosts: champions.map(() => rules.placePoints),
    unmatchedCost:
      worthFrom === null
        ? null
        : bonus === 0
          ? ceiling - worthFrom
          : executives.map((_, row) => ceiling - worthFrom + (standing.has(row) ? bonus : 0)),
    absentRows: absent,
    pins,
    cost(row, col) {
      const [executive, champion] = [executives[row], champions[col]];
      if (!executive || !champion || brokenRules(executive, champion, facts) !== 0) return -1;
      return ceiling - pairPoints(executive, champion, facts, neutrals) + behind(row, col);
    },
    tie: seededTies(
      rules.seed,
      executives.map(({ profile }) => hash(profile.id)),
      champions.map(({ profile }) => hash(profile.id)),
    ),
  };
}

const faultWords = ({ condition, at }: Fault): string =>
  `${condition} at ${at.join(', ') || 'the whole'}`;

/** Whether the certificate proves the stored pairs best for the stored people, every allowed pair looked at. */
export function verifyRun(people: People, stored: StoredRun): RoundFault[] {
  const faults: RoundFault[] = [];
  const facts = factsOf(people, stored);
  const { executives, champions } = people;
  const report = auditAll(facts, stored.certificate);
  for (const fault of report.faults.slice(0, MOST_FAULTS)) {
    faults.push({
      what: 'CERTIFICATE',
      sentence: `The certificate does not hold: ${faultWords(fault)}.`,
    });
  }
  const told = new Map(stored.pairs.map((pair) => [pair.executiveId, pair]));
  const isTold = (row: number) => !facts.absentRows.has(row);
  const prepared = prepare(people);
  executives.forEach(({ id }, row) => {
    if (!isTold(row)) return;
    const col = stored.certificate.matched[row] ?? null;
    const proven = col === null ? null : (champions[col]?.id ?? null);
    const pair = told.get(id);
    if ((pair?.championId ?? null) !== proven || !pair) {
      faults.push({
        what: 'PAIRS',
        sentence: `Executive ${id}: stored is ${pair?.championId ?? 'nobody'}, proven is ${proven ?? 'nobody'}.`,
      });
      return;
    }
    const [executive, champion] = [
      prepared.executives[row],
      col === null ? undefined : prepared.champions[col],
    ];
    const points =
      executive && champion ? pairPoints(executive, champion, prepared.facts, stored.neutrals) : 0;
    if (points !== pair.points) {
      faults.push({
        what: 'POINTS',
        sentence: `Executive ${id}: stored are ${pair.points} points, computed are ${points}.`,
      });
    }
  });
  if (stored.pairs.length !== executives.filter((_, row) => isTold(row)).length) {
    faults.push({
      what: 'PAIRS',
      sentence: 'The stored pairs name somebody who was not in the round.',
    });
  }
  return faults.slice(0, MOST_FAULTS);
}

/** Whether the prices in the log are what the decisions cost when they are made again, one after the other. */
export function verifyLog(
  people: People,
  start: RunStart,
  log: readonly StoredEdit[],
): RoundFault[] {
  const faults: RoundFault[] = [];
  const solved = Run.of(people, start);
  if (!solved.ok)
    return [{ what: 'EDIT', sentence: 'The round cannot be computed again from its inputs.' }];
  let run = solved.value;
  for (const { seq, edit, price } of log) {
    if (edit === null) continue;
    const after = run.apply(edit);
    const now = after?.since(run) ?? null;
    const isSame =
      price === null || (price.points === now?.points && price.unmatched === now.unmatched);
    if (!isSame) {
      const sentence = `Decision ${seq}: shown was ${inWords(price)}, computed is ${inWords(now)}.`;
      faults.push({ what: 'PRICE', sentence });
    }
    if (after) run = after;
  }
  return faults.slice(0, MOST_FAULTS);
}

const inWords = (price: Omit<RunQuote, 'moves'> | null): string =>
  price === null ? 'no price' : `${price.points} points and ${price.unmatched} people`;
