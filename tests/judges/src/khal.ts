import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const settingsIn = (home: string): string => `[calendars]
[[feed]]
path = ${home}/feed
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = ${home}/known.db
`;

/**
 * Imports a calendar into khal, in a scratch folder, and lists it as a person would see it.
 * @returns start ('YYYY-MM-DDTHH:MM' in UTC) and title of each event, in order
 */
export function listedByKhal(
  calendar: string,
  from: string,
  days: number,
): { start: string; title: string }[] {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'khal-'));
  try {
    fs.mkdirSync(path.join(home, 'feed'));
    fs.writeFileSync(path.join(home, 'settings'), settingsIn(home));
    fs.writeFileSync(path.join(home, 'feed.ics'), calendar);
    const khal = (...args: string[]): string => {
      const { status, stdout, stderr, error } = spawnSync(
        'khal',
        ['-c', path.join(home, 'settings'), ...args],
        { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: home } },
      );
      if (error) throw new Error('There is no khal here: see npm run judges', { cause: error });
      if (status !== 0) throw new Error(`khal failed: ${stderr}`);
      return stdout;
    };
    khal('import', '--batch', '-a', 'feed', path.join(home, 'feed.ics'));
    const format = ['--format', '{start-long-full}|{title}', '--day-format', ''];
    return khal('list', '--once', ...format, from, `${days}d`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.indexOf('|');
        return { start: line.slice(0, at), title: line.slice(at + 1) };
      });
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}
