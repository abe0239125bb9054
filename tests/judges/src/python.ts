import { spawnSync } from 'node:child_process';

/** Debian's own first: another Python may lie before it on the path, without the modules. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

function pythonWith(modules: readonly string[]): string {
  const program = `import ${modules.join(', ')}`;
  const found = PYTHONS.find((python) => spawnSync(python, ['-c', program]).status === 0);
  if (!found) throw new Error(`No python3 here has ${modules.join(' and ')}: see npm run judges`);
  return found;
}

/**
 * Runs a Python program that reads one JSON value from standard input and writes one.
 * @param modules what it imports, to find the Python that has them
 * @param place further environment, and whether it needs a session bus of its own
 */
export function askPython<T>(
  program: string,
  modules: readonly string[],
  question: unknown,
  place: { env?: Readonly<Record<string, string>>; hasBus?: boolean } = {},
): T {
  const command = [...(place.hasBus ? ['dbus-run-session', '--'] : []), pythonWith(modules)];
  const [file = '', ...before] = command;
  const { status, stdout, stderr } = spawnSync(file, [...before, '-c', program], {
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...place.env },
  });
  if (status !== 0) throw new Error(`The Python program failed: ${stderr}`);
  return JSON.parse(stdout) as T;
}
