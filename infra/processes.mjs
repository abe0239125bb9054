/** What the commands need to know about processes: who lives, who started whom, and when to stop. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';

/**
 * A living process by its id. A zombie does not count as living.
 * @param {number} pid
 * @returns {{ parent: number, command: string } | undefined}
 */
export function processOf(pid) {
  try {
    if (fs.existsSync('/proc/self/stat')) {
      // The second field is the program's name in brackets and may itself hold spaces and brackets.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') return undefined;
      return { parent: Number(parent), command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
    }
    const line = execFileSync('ps', ['-o', 'stat=,ppid=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    const [state = 'Z', parent, ...command] = line.trim().split(/\s+/);
    return state.startsWith('Z')
      ? undefined
      : { parent: Number(parent), command: command.join(' ') };
  } catch {
    return undefined;
  }
}

/**
 * Calls `stop` once, on the first signal to end or when the parent process is gone: npm passes no signal
 * on when it is itself killed or hung up.
 * @param {() => void} stop
 */
export function onStop(stop) {
  let isStopping = false;
  const once = () => {
    if (isStopping) return;
    isStopping = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) once();
  }, 500).unref();
}

/**
 * Programs that must not outlive this process.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill()));

/**
 * Runs a program to its end, or to the end of this process.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` keeps the output for the caller
 * @returns {Promise<{ code: number, output: string, answer: string }>} everything said, and standard output alone
 */
export function runProgram(program, args, { env = process.env, quiet = false } = {}) {
  const child = spawn(program, args, {
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  running.add(child);
  let output = '';
  let answer = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
    answer += chunk;
  });
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve({ code: 1, output: `${output}${error.message}\n`, answer }),
    );
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, answer });
    });
  });
}
