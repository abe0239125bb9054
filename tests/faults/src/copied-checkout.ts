/** A checkout of its own for a spec, with its packages, below a home folder that is closed to everybody else. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Not copied: history, packages (linked instead) and what this checkout keeps for itself. */
const LEFT_OUT = new Set(['.git', '.nx', '.data', 'node_modules']);

/** Who starts the product. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whoever runs the specs. */
export const thisUser: User = {
  name: os.userInfo().username,
  uid: os.userInfo().uid,
  gid: os.userInfo().gid,
};

const idOf = (name: string, flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));

/** An ordinary user: whoever runs the specs, unless that is root; then the one that every system has. */
export const ordinaryUser = (): User =>
  thisUser.uid === 0
    ? { name: 'nobody', uid: idOf('nobody', '-u'), gid: idOf('nobody', '-g') }
    : thisUser;

/** Packages by hard links where the disk allows it: the copy is there in a moment and takes no room. */
function linkPackages(from: string, to: string): void {
  const copy = (flags: string): void =>
    void execFileSync('cp', [flags, from, to], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    copy('-al');
  } catch {
    fs.rmSync(to, { recursive: true, force: true });
    copy('-a');
  }
  // What was built for another folder is no news of this one.
  fs.rmSync(path.join(to, '.cache'), { recursive: true, force: true });
}

/**
 * Copies this checkout into a new home of `owner`, which only they can enter.
 * @returns the home and the checkout in it
 */
export function copiedCheckout(owner: User): { home: string; checkout: string } {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-user-'));
  const checkout = path.join(home, 'flipside');
  fs.cpSync(ROOT, checkout, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (file) => !LEFT_OUT.has(path.relative(ROOT, file)),
  });
  fs.chmodSync(home, 0o700);
  const user = `${owner.uid}:${owner.gid}`;
  if (owner.uid !== thisUser.uid) execFileSync('chown', ['-R', user, home]);
  const packages = path.join(checkout, 'node_modules');
  linkPackages(path.join(ROOT, 'node_modules'), packages);
  // Folders only: a linked file belongs to the checkout that it comes from, and may be replaced but not written.
  if (owner.uid !== thisUser.uid)
    execFileSync('find', [packages, '-type', 'd', '-exec', 'chown', user, '{}', '+']);
  return { home, checkout };
}
