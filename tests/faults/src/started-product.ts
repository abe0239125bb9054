/** `npm start`, as a person types it, with its data in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A folder for one product's data. */
export function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-faults-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Address of the database in a data folder. */
export function databaseIn(folder: string): string {
  const socket = path.join(folder, '.data', 'socket');
  return `postgresql://app@/postgres?host=${encodeURIComponent(socket)}`;
}

/** One run of the command. */
export class StartedProduct {
  private output = '';
  private readonly process: ChildProcess;
  readonly ended: Promise<number | null>;

  /**
   * @param env on top of an own company in `folder`, on a port that is probably free
   * @param as checkout and user; by default this checkout and whoever runs the specs
   */
  constructor(
    folder: string,
    env: Record<string, string | undefined> = {},
    as: { cwd?: string; user?: { uid: number; gid: number } } = {},
  ) {
    this.process = spawn('npm', ['start', '--silent'], {
      cwd: as.cwd ?? ROOT,
      ...(as.user && { uid: as.user.uid, gid: as.user.gid }),
      detached: true,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        DATABASE_URL: undefined,
        FLIPSIDE_COMPANY: 'own',
        FLIPSIDE_DATA: folder,
        // Below the ports that systems hand out to connections (from 32768 on).
        PORT: String(20_000 + Math.floor(Math.random() * 12_000)),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += String(chunk)));
    }
    this.ended = new Promise((resolve) => this.process.once('close', resolve));
  }

  /** Everything it has said so far. */
  get said(): string {
    return this.output;
  }

  /** Waits for the address it prints. */
  async url(): Promise<string> {
    let code: number | null | undefined;
    void this.ended.then((ended) => (code = ended));
    while (code === undefined) {
      const url = /ready at (\S+)/.exec(this.output)?.[1];
      if (url) return url;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The product ended with ${code}.\n${this.output}`);
  }

  /** What a terminal does on Ctrl-C: the signal goes to every process of the command. */
  interrupt(): void {
    process.kill(-(this.process.pid ?? 0), 'SIGINT');
  }

  /** Kills npm alone, which then tells nobody. */
  killNpm(): void {
    this.process.kill('SIGKILL');
  }

  /** Kills every process of the command at once. */
  killAll(): void {
    process.kill(-(this.process.pid ?? 0), 'SIGKILL');
  }
}
