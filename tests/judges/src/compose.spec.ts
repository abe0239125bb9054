/** The compose file as a compose program that is not ours reads it: what it asks for, and what it makes of it. */
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readConfig } from '@flipside/platform-api';
import { parse } from 'yaml';

const FILE = path.resolve(import.meta.dirname, '../../../infra/compose.yaml');
const GIVEN = {
  FLIPSIDE_ADMIN_EMAIL: 'ana@own.example',
  FLIPSIDE_SECRET: 'a key of this spec alone, long enough',
};

interface Service {
  readonly environment?: Record<string, string | null>;
  readonly ports?: readonly { target: number; published: number | string }[];
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { readonly test?: readonly string[] };
}

/** What `docker-compose config` says with these settings in the shell and no others. */
function resolved(settings: Record<string, string>): {
  status: number | null;
  said: string;
  services: Record<string, Service>;
} {
  const { status, stdout, stderr } = spawnSync('docker-compose', ['-f', FILE, 'config'], {
    env: { PATH: process.env['PATH'], HOME: '/', ...settings },
    encoding: 'utf8',
  });
  const { services = {} } = (status === 0 ? parse(stdout) : {}) as {
    services?: Record<string, Service>;
  };
  return { status, said: stderr, services };
}

describe('the compose file', () => {
  it.each([
    ['FLIPSIDE_ADMIN_EMAIL', 'who may sign in first'],
    ['FLIPSIDE_SECRET', '32 characters or more'],
  ])('is not started without %s, and says what is missing', (name, sentence) => {
    const { status, said } = resolved({ ...GIVEN, [name]: '' });
    expect(status).not.toBe(0);
    expect(said).toContain(sentence);
  });

  it('starts each part when what it needs is healthy, with the mail catcher where nothing else is set', () => {
    const { status, services } = resolved(GIVEN);
    expect(status).toBe(0);
    expect(services['api']?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(services['worker']?.depends_on).toEqual({ api: { condition: 'service_healthy' } });
    for (const each of ['api', 'worker'])
      expect(services[each]?.environment).toMatchObject({
        ...GIVEN,
        FLIPSIDE_COMPANY: 'own',
        FLIPSIDE_JOBS: 'worker',
        DATABASE_URL: 'postgresql://flipside:flipside@database/flipside',
        SMTP_URL: 'smtp://mail:1025',
      });
    expect(services['api']?.ports).toEqual([expect.objectContaining({ target: 4173 })]);
    expect(Number(services['api']?.ports?.[0]?.published)).toBe(4173);
  });

  it('says itself how whatever is waited for is healthy: not every image can carry that', () => {
    const { services } = resolved(GIVEN);
    const awaited = Object.values(services).flatMap((service) =>
      Object.entries(service.depends_on ?? {})
        .filter(([, { condition }]) => condition === 'service_healthy')
        .map(([name]) => name),
    );
    expect(new Set(awaited)).toEqual(new Set(['database', 'api']));
    for (const name of awaited)
      expect(services[name]?.healthcheck?.test?.length).toBeGreaterThan(1);
  });

  it('is told the port that people use, so that links in mails lead there', () => {
    const { services } = resolved({ ...GIVEN, PORT: '8080' });
    for (const each of ['api', 'worker']) {
      // What stands without a value is not passed on.
      const given = Object.entries(services[each]?.environment ?? {}).flatMap(([name, value]) =>
        value === null ? [] : [[name, value]],
      );
      const { baseUrl } = readConfig({}, Object.fromEntries(given) as Record<string, string>);
      expect(baseUrl).toBe('http://localhost:8080');
    }
    expect(services['api']?.ports).toEqual([expect.objectContaining({ target: 8080 })]);
    expect(Number(services['api']?.ports?.[0]?.published)).toBe(8080);
  });

  it('passes on what an operator sets, to both processes', () => {
    const set = {
      SMTP_URL: 'smtps://user:word@mail.own.example',
      FLIPSIDE_URL: 'https://coaching.own.example',
      FLIPSIDE_MAIL_FROM: 'AI coaching <coaching@own.example>',
      FLIPSIDE_TRUSTED_PROXIES: '1',
    };
    const { services } = resolved({ ...GIVEN, ...set, POSTGRES_PASSWORD: 'word', PORT: '8080' });
    for (const each of ['api', 'worker'])
      expect(services[each]?.environment).toMatchObject({
        ...set,
        DATABASE_URL: 'postgresql://flipside:word@database/flipside',
      });
    expect(services['database']?.environment).toMatchObject({ POSTGRES_PASSWORD: 'word' });
  });
});
