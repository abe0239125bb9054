import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const PROGRAM = `
import json, sys, time
import numpy, scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

def dense(q):
    costs = numpy.fromfile(q['file'], dtype=numpy.int32).reshape(q['rows'], q['cols']).astype(float)
    return costs, lambda: linear_sum_assignment(costs)

def sparse(q):
    data = numpy.fromfile(q['file'], dtype=numpy.float64)
    cols = numpy.fromfile(q['file'] + '.cols', dtype=numpy.int32)
    ends = numpy.fromfile(q['file'] + '.ends', dtype=numpy.int32)
    costs = csr_matrix((data, cols, ends), shape=(q['rows'], q['cols']))
    return costs, lambda: min_weight_full_bipartite_matching(costs)

print(json.dumps({'scipy': scipy.__version__, 'numpy': numpy.__version__}), flush=True)
held = {}
for line in sys.stdin:
    q = json.loads(line)
    if q['file'] not in held:
        held = {q['file']: (sparse if q['kind'] == 'sparse' else dense)(q)}
    costs, solve = held[q['file']]
    try:
        began = time.process_time()
        rows, cols = solve()
        ms = (time.process_time() - began) * 1000
        print(json.dumps({'ms': ms, 'total': float(costs[rows, cols].sum())}), flush=True)
    except ValueError as error:
        print(json.dumps({'error': str(error)}), flush=True)
`;

/** Debian's own first: another Python may lie before it on the path, without SciPy. */
const PYTHONS = ['python3', '/usr/bin/python3'];

export type Timed = { readonly ms: number; readonly total: number } | { readonly error: string };

/** One Python process that solves matrices with SciPy and says how long each took, without reading them in. */
export class SciPy {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-scipy-'));
  readonly #answers: AsyncIterator<string>;
  #files = 0;

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.#answers = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** @returns null when no Python here has SciPy */
  static async start(): Promise<{ scipy: SciPy; versions: string } | null> {
    const python = PYTHONS.find((each) => spawnSync(each, ['-c', 'import scipy']).status === 0);
    if (!python) return null;
    const scipy = new SciPy(spawn(python, ['-c', PROGRAM]));
    const versions = (await scipy.#next()) as unknown as { scipy: string; numpy: string };
    return { scipy, versions: `SciPy ${versions.scipy}, NumPy ${versions.numpy}` };
  }

  async #next(): Promise<Timed> {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('SciPy ended');
    return JSON.parse(value) as Timed;
  }

  /** `linear_sum_assignment` on a whole matrix, as often as asked. */
  dense(rows: number, cols: number, costs: Int32Array): () => Promise<Timed> {
    const file = this.#file();
    fs.writeFileSync(file, costs);
    return () => this.#ask({ kind: 'dense', file, rows, cols });
  }

  /** `min_weight_full_bipartite_matching`; `ends` as in compressed sparse rows, weights not 0. */
  sparse(
    cols: number,
    edges: { ends: Int32Array; cols: Int32Array; weights: Float64Array },
  ): () => Promise<Timed> {
    const file = this.#file();
    fs.writeFileSync(file, edges.weights);
    fs.writeFileSync(`${file}.cols`, edges.cols);
    fs.writeFileSync(`${file}.ends`, edges.ends);
    return () => this.#ask({ kind: 'sparse', file, rows: edges.ends.length - 1, cols });
  }

  #file(): string {
    return path.join(this.#folder, String(this.#files++));
  }

  #ask(question: object): Promise<Timed> {
    this.child.stdin.write(`${JSON.stringify(question)}\n`);
    return this.#next();
  }

  stop(): void {
    this.child.kill();
    fs.rmSync(this.#folder, { recursive: true });
  }
}
