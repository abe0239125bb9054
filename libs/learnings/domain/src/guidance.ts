import { ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import { checkOptionalText, checkText } from './text-limits.js';

/** How sensitive material is, least first. Names and rules are the programme's; the four steps are fixed. */
export const DATA_CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const;
export type DataClassCode = (typeof DATA_CLASSES)[number];

/** What stands in a new installation until the programme says it better. */
export const FIRST_GUARDRAILS = {
  dos: [
    'Say what the result is for before you ask for it.',
    'Check facts, figures and names at the source before you pass anything on.',
    'Leave out names and numbers of people where roles are enough.',
    'Stay responsible: what you send is yours, however it was made.',
    'Ask when you are not sure. A boundary question is never held against you.',
  ],
  donts: [
    'Put restricted material into any tool that is not approved for it.',
    'Let AI decide about people: hiring, pay, performance, dismissal.',
    'Pass on an answer you could not defend yourself.',
    'Use private accounts for company work.',
  ],
  rules: {
    public: 'May go into any approved tool.',
    internal:
      'May go into tools that are approved for internal material. Not into private accounts.',
    confidential:
      'Only into tools that are approved for it. Leave out names of customers and colleagues where you can.',
    restricted:
      'Does not go into AI as it is: personnel files, health data, unpublished results, board papers. Work with an outline without figures and names, or without AI.',
  },
} as const;

/** What may be prepared for a session. */
export interface Preparation {
  readonly task: string;
  /** The two will choose the task when they meet. */
  readonly decidesThere: boolean;
  readonly dataClass: DataClassCode;
  /** The rule of the restricted class was read and ticked. */
  readonly acceptsRule: boolean;
}

/** A preparation names today's real task, or says that it is chosen there; a restricted class needs its tick. */
export function checkPreparation(wish: Preparation): Result<Preparation, LearningRefusal> {
  const task = checkOptionalText('task', wish.task);
  if (!task.ok) return task;
  if (task.value === '' && !wish.decidesThere) return refuse(learningRefusals.taskMissing());
  const secret = findSecret(task.value);
  if (secret) return refuse(learningRefusals.secretFound(secret, 'task'));
  if (wish.dataClass === 'restricted' && !wish.acceptsRule)
    return refuse(learningRefusals.ruleNotAccepted());
  return ok({ ...wish, task: task.value });
}

/** Patterns of things that open doors. The name is what a person reads; the value itself is never repeated. */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an access key of a cloud service', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  [
    'an access token',
    /\b(ghp|gho|ghs|github_pat|glpat|xox[abprs]|sk|sk_live|rk_live)[-_][A-Za-z0-9_-]{16,}/,
  ],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  [
    'a password',
    /\b(password|passwort|passwd|pwd|secret|api[_ -]?key|token)\b\s*[:=]\s*["']?[^\s"'[\]]{6,}/i,
  ],
  ['a login inside an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]{3,}@/i],
];

/** What a text seems to give away, in words, or null. Used before a text gets more readers. */
export function findSecret(text: string): string | null {
  return SECRETS.find(([, pattern]) => pattern.test(text))?.[0] ?? cardNumber(text);
}

/** A checked text that somebody beside its writer will read: it is refused while it gives something away. */
export function withoutSecret(
  checked: Result<string, LearningRefusal>,
  inputField: string,
): Result<string, LearningRefusal> {
  const secret = checked.ok ? findSecret(checked.value) : null;
  return secret === null ? checked : refuse(learningRefusals.secretFound(secret, inputField));
}

/** Payment card numbers pass a check sum (Luhn), which random digits rarely do. */
function cardNumber(text: string): string | null {
  const found = (text.match(/\b(?:\d[ -]?){13,19}\b/g) ?? []).some((run) => {
    const digits = [...run.replace(/\D/g, '')].map(Number).reverse();
    if (digits.length < 13 || digits.length > 19) return false;
    const sum = digits.reduce((total, digit, at) => {
      const doubled = at % 2 === 1 ? digit * 2 : digit;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 === 0;
  });
  return found ? 'a card number' : null;
}

/** A question about a boundary, or an answer to one: “may this key go in?” is asked without the key. */
export const checkQuestion = (text: string): Result<string, LearningRefusal> =>
  withoutSecret(checkText('question', text, 'body'), 'body');

/** What an executive keeps of a mirror recipe; nothing is a fine answer. */
export const checkMirrorResult = (text: string): Result<string, LearningRefusal> =>
  checkOptionalText('mirror', text, 'body');
