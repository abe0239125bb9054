import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('the settings of an operator', () => {
  it.each([
    ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
    ['PORT', '4173.5', 'must be a whole number from 0 to 65535'],
    ['PORT', '99999', 'must be a whole number from 0 to 65535'],
    ['FLIPSIDE_TRUSTED_PROXIES', '-1', 'must be a whole number from 0 to 5'],
    ['FLIPSIDE_IMPORT_LIMIT_MB', '0', 'must be a whole number from 1 to 10240'],
    ['FLIPSIDE_JOBS', 'elsewhere', 'must be "here" or "worker"'],
    ['FLIPSIDE_COMPANY', 'Own', 'must be "demo" or "own"'],
    ['FLIPSIDE_PRIVATE_CALENDARS', 'true', 'must be "yes" or "no"'],
    ['FLIPSIDE_ADMIN_EMAIL', 'ana', 'must be one e-mail address'],
    ['DATABASE_URL', 'mysql://x', 'must look like "postgresql://user:password@host:5432/flipside"'],
  ])('say what %s must be when it is “%s”', (name, value, sentence) => {
    expect(() => readConfig({}, { [name]: value })).toThrow(new ConfigError(`${name} ${sentence}`));
  });

  it('are not set when they are left empty', () => {
    const empty = { PORT: '', FLIPSIDE_URL: '', FLIPSIDE_JOBS: '', SMTP_URL: '', DATABASE_URL: '' };
    expect({ ...readConfig({}, empty), secret: null }).toEqual({
      ...readConfig({}, {}),
      secret: null,
    });
  });

  it('give the address of mails: the one that is set, else this machine and its port', () => {
    expect(readConfig({}, {}).baseUrl).toBe('http://localhost:4173');
    expect(readConfig({}, { PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
    expect(
      readConfig({}, { PORT: '8080', FLIPSIDE_URL: 'https://coaching.own.example/' }).baseUrl,
    ).toBe('https://coaching.own.example');
  });
});
