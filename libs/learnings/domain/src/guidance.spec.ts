import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPreparation, checkQuestion, findSecret, type Preparation } from './guidance.js';

describe('what a text gives away', () => {
  it.each([
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
    ['an access key of a cloud service', 'use AKIAABCDEFGHIJKLMNOP here'],
    ['an access token', 'ghp_abcdefghijklmnop1234'],
    ['a signed token', 'eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJSMeKKF2QT4'],
    ['a password', 'Password: correct-horse'],
    ['a login inside an address', 'postgres://ana:s3cret@db.example.com/crm'],
    ['a card number', 'my card 4111 1111 1111 1111, please'],
  ])('%s is found and named', (name, text) => {
    expect(findSecret(text)).toBe(name);
  });

  it.each([
    'Ask for three options and the weakest assumption.',
    'Call +49 89 123 456 789 on Tuesday.',
    'The token economy of our customers',
    'Password rules are on the intranet.',
    'Budget: 4111 in Q1, 1111 in Q2',
    'See https://intranet.example.com/wiki',
    'Set secret: [your own]',
  ])('“%s” is nothing to worry about', (text) => {
    expect(findSecret(text)).toBeNull();
  });

  it('finds every number with a card’s check digit, however it is grouped', () => {
    const luhn = (digits: number[]): number => {
      const sum = digits.toReversed().reduce((total, digit, at) => {
        const doubled = at % 2 === 0 ? digit * 2 : digit;
        return total + (doubled > 9 ? doubled - 9 : doubled);
      }, 0);
      return (10 - (sum % 10)) % 10;
    };
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.array(digit, { minLength: 12, maxLength: 18 }),
        fc.constantFrom('', ' ', '-'),
        (digits, between) => {
          const number = [...digits, luhn(digits)];
          const grouped = number.map((each, at) => `${at && at % 4 === 0 ? between : ''}${each}`);
          expect(findSecret(`Charge ${grouped.join('')} today`)).toBe('a card number');
        },
      ),
    );
  });
});

describe('a preparation', () => {
  const plan = (change: Partial<Preparation> = {}): Preparation => ({
    task: 'Comments on the November variances',
    decidesThere: false,
    dataClass: 'internal',
    acceptsRule: false,
    ...change,
  });
  const codeOf = (wish: Preparation) => {
    const checked = checkPreparation(wish);
    return checked.ok ? null : checked.refusal.code;
  };

  it('names the task, or says that the two decide when they meet', () => {
    expect(codeOf(plan({ task: ' ' }))).toBe('TASK_MISSING');
    expect(codeOf(plan({ task: ' ', decidesThere: true }))).toBeNull();
  });

  it('with restricted material needs the tick under its rule', () => {
    expect(codeOf(plan({ dataClass: 'restricted' }))).toBe('RULE_NOT_ACCEPTED');
    expect(codeOf(plan({ dataClass: 'restricted', acceptsRule: true }))).toBeNull();
  });

  it('carries nothing that opens doors', () => {
    expect(codeOf(plan({ task: 'api_key = 12345678abc' }))).toBe('SECRET_FOUND');
  });
});

describe('a question in confidence', () => {
  it('is asked, and answered, without what it is about', () => {
    const asked = checkQuestion('May this go in? password: correct-horse');
    expect(!asked.ok && [asked.refusal.code, asked.refusal.field]).toEqual([
      'SECRET_FOUND',
      'body',
    ]);
    expect(checkQuestion('May a password go in?').ok).toBe(true);
  });
});
