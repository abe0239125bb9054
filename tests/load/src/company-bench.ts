import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figures } from './company-measure.js';
import { solveAgainst, type Against } from './company-peers.js';
import type { Twist } from './matching-company.js';
import type { SciPy } from './scipy.js';

interface Size {
  readonly staff: string;
  readonly executives: number;
  readonly champions: number;
  readonly edits: number;
}

const SIZES: readonly Size[] = [
  { staff: '1,000', executives: 20, champions: 40, edits: 1000 },
  { staff: '10,000', executives: 150, champions: 400, edits: 1000 },
  { staff: '100,000', executives: 1000, champions: 4000, edits: 1000 },
  { staff: '300,000', executives: 2500, champions: 12_000, edits: 1000 },
  { staff: '1,000,000', executives: 5000, champions: 40_000, edits: 1000 },
  { staff: '1,000,000 *', executives: 20_000, champions: 40_000, edits: 200 },
];
const TWISTED: readonly [string, Twist][] = [
  ['100,000', 'same goals'],
  ['100,000', 'tight places'],
  ['100,000', 'coarse scores'],
];

/** Limits at 1,000,000 employees, in milliseconds and megabytes above an empty process. */
const LIMITS = {
  nsPerPair: 10,
  editP50: 1,
  editMax: 100,
  runnerUps: 200,
  check: 30,
  audit: 2000,
  memory: 200,
};
/** Times of SciPy's at most, on the same candidates. */
const OF_SCIPY = new Map([
  ['100,000', 0.7],
  ['300,000', 0.2],
  ['1,000,000', 0.1],
]);
/** Times of the fastest package of npm at least, from 100,000 employees on. */
const OF_PACKAGES = 20;
/** A matrix with a column for every place of a company of this size just fits. */
const DENSE_SIZES = ['10,000', '100,000', '300,000'];
const HIGHS_SIZES = ['10,000', '100,000'];

function measureApart({ executives, champions, edits }: Size): Figures {
  const script = fileURLToPath(new URL('./company-measure.js', import.meta.url));
  const args = [script, executives, champions, edits].map(String);
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The measurement of ${executives} × ${champions} failed`);
  return JSON.parse(stdout) as Figures;
}

/** What passed a limit at the size the limits are for. */
function beyond(figures: Figures, pairs: number): string[] {
  const nsPerPair = (figures.score * 1e6) / pairs;
  return (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((name) => {
    const value = (name === 'nsPerPair' ? nsPerPair : figures[name]) ?? 0;
    return value > LIMITS[name] ? [`${name} ${value.toFixed(1)} > ${LIMITS[name]}`] : [];
  });
}

const show = (ms: number | null) => (ms === null ? '–' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0));

/** Every size from profiles to a checked proposal. @returns what went beyond a limit */
export function benchCompanies(): string[] {
  console.log('\nFrom profiles to a proven proposal; * with 20,000 executives');
  console.log('Milliseconds; memory in MB above the bare process\n');
  console.log(
    '| employees | pairs | score + best k | solve | prices | check | full audit | one edit p50 / max | all runner-ups | memory | after the edits |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  const faults: string[] = [];
  for (const size of SIZES) {
    const { staff, executives, champions } = size;
    const pairs = executives * champions;
    const figures = measureApart(size);
    const { score, solve: solving, prices, check, audit, editP50, editMax, runnerUps } = figures;
    const cells = [
      staff,
      pairs.toLocaleString('en'),
      ...[score, solving, prices, check, audit].map(show),
      `${editP50.toFixed(2)} / ${show(editMax)}`,
      show(runnerUps),
      figures.memory.toFixed(0),
      figures.memoryEdited.toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (!figures.isProven) faults.push(`${staff}: not proven`);
    if (staff === '1,000,000') faults.push(...beyond(figures, pairs));
  }
  return faults;
}

function beyondPeers(staff: string, twist: Twist, against: Against): string[] {
  const { own, scipy, munkres, highs } = against;
  const at = `${staff} employees, ${twist}`;
  const faults: string[] = [];
  for (const [name, peer] of Object.entries({ scipy, munkres, highs })) {
    // Where somebody cannot be matched, only ours has an answer at all.
    if (!peer || peer.error || Number.isNaN(own.total)) continue;
    if (peer.total !== own.total)
      faults.push(`${at}: ${name} found ${peer.total}, not ${own.total}`);
  }
  const most = OF_SCIPY.get(staff);
  if (twist === 'usual' && most !== undefined && scipy && !(own.ms / scipy.ms <= most)) {
    faults.push(`${at}: ${(own.ms / scipy.ms).toFixed(2)} of SciPy's time, more than ${most}`);
  }
  const best = Math.min(munkres?.ms ?? Infinity, highs?.ms ?? Infinity);
  if (twist === 'usual' && most !== undefined && best / own.ms < OF_PACKAGES) {
    const times = (best / own.ms).toFixed(1);
    faults.push(`${at}: ${times} times as fast as the best package, less than ${OF_PACKAGES}`);
  }
  return faults;
}

/** Solving alone against others on the same candidates. @returns what went beyond a limit */
export async function benchPeers(scipy: SciPy | null, rounds: number): Promise<string[]> {
  console.log(
    '\nSolving alone, the same candidates for everybody: milliseconds of the processor\n',
  );
  console.log('| employees | kind | solve | SciPy sparse | of SciPy | munkres | highs |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const faults: string[] = [];
  const usual = SIZES.filter(({ staff }) => !staff.endsWith('*')).map(({ staff }) => staff);
  for (const [staff, twist] of [
    ...usual.map((each) => [each, 'usual'] as [string, Twist]),
    ...TWISTED,
  ]) {
    const size = SIZES.find((each) => each.staff === staff) as Size;
    const isUsual = twist === 'usual';
    const against = await solveAgainst(
      scipy,
      { ...size, twist },
      {
        rounds,
        withDense: isUsual && DENSE_SIZES.includes(staff),
        withHighs: isUsual && HIGHS_SIZES.includes(staff),
      },
    );
    const { own, scipy: other } = against;
    const cell = (outcome: Against['scipy']) =>
      outcome ? (outcome.error ?? show(outcome.ms)) : '–';
    const ratio = other && !other.error ? (own.ms / other.ms).toFixed(2) : '–';
    const cells = [cell(own), cell(other), ratio, cell(against.munkres), cell(against.highs)];
    console.log(`| ${[staff, twist, ...cells].join(' | ')} |`);
    faults.push(...beyondPeers(staff, twist, against));
  }
  return faults;
}
