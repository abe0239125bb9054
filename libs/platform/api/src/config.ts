import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

export interface Smtp {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** Everything an operator can set, read once. This is the only file that looks at the environment. */
export interface Config {
  /** PostgreSQL 15 or newer. */
  readonly databaseUrl: string;
  /** Port that a container serves on. */
  readonly port: number;
  /** Whether the HTTP process works on the job queue too. */
  readonly serverWorks: boolean;
  /** Address under which people reach the product, without a trailing slash; used in mails. */
  readonly baseUrl: string;
  /** `demo` = the demonstration company with a page to sign in as anybody; `own` = a real company. */
  readonly company: 'demo' | 'own';
  /** `null` when no mail server is set: mails are then kept and shown to administrators. */
  readonly smtp: Smtp | null;
  /** `null` when nobody reads answers of calendar programs. */
  readonly inbound: Inbound | null;
  /** Mailbox of the platform: sender of every mail and organizer of every invitation. */
  readonly mailFrom: { readonly name: string; readonly email: string };
  /** Who may sign in first on an empty installation. */
  readonly adminEmail: string | null;
  /** Proxies in front of the server whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Largest roster file accepted, in bytes. */
  readonly importLimitBytes: number;
  /** Whether calendars of people may be read from private networks and over plain HTTP. */
  readonly allowsPrivateCalendars: boolean;
  /** True behind HTTPS: cookies then carry `Secure`. */
  readonly isSecure: boolean;
  /** Key for values that must not be guessed from the database alone; private texts are sealed under it. */
  readonly secret: Buffer;
  /** Keys of before a change; what was sealed under them still opens. */
  readonly earlierSecrets: readonly Buffer[];
  /** False when the key is made up at this start, so that nothing sealed outlives it. */
  readonly isSecretGiven: boolean;
  /** The operator knows that texts under a lost key stay closed. */
  readonly acceptsLostTexts: boolean;
}

/** How answers of calendar programs come in: by SMTP from the company's own relay, or read from a mailbox by IMAP. */
export type Inbound = {
  readonly host: string;
  readonly port: number;
  /** Name under which that relay writes what it has checked of the sender; null when it lets nothing unchecked through. */
  readonly authority: string | null;
} & (
  | { readonly kind: 'smtp' }
  | {
      readonly kind: 'imap';
      readonly secure: boolean;
      readonly user: string;
      readonly password: string;
      /** Folder that is read. */
      readonly mailbox: string;
    }
);

export const CONFIG = Symbol('Config');

function whole(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

const oneOf = <T extends string>(...values: readonly [T, T]) =>
  z.enum(values, { error: `must be "${values.join('" or "')}"` });

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must look like "postgresql://user:password@host:5432/flipside"')
    .default('postgresql://localhost/flipside'),
  PORT: whole(0, 65_535).default(4173),
  FLIPSIDE_JOBS: oneOf('here', 'worker').default('here'),
  FLIPSIDE_URL: z.url('must look like "https://coaching.your-company.com"').optional(),
  FLIPSIDE_COMPANY: oneOf('demo', 'own').optional(),
  FLIPSIDE_ADMIN_EMAIL: z.email('must be one e-mail address').optional(),
  FLIPSIDE_MAIL_FROM: z.string().optional(),
  FLIPSIDE_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  FLIPSIDE_SECRET_BEFORE: z.string().optional(),
  FLIPSIDE_SECRET_LOST: oneOf('yes', 'no').default('no'),
  FLIPSIDE_TRUSTED_PROXIES: whole(0, 5).default(0),
  FLIPSIDE_IMPORT_LIMIT_MB: whole(1, 10_240).default(1024),
  FLIPSIDE_PRIVATE_CALENDARS: oneOf('yes', 'no').default('no'),
  FLIPSIDE_INBOUND: z.string().optional(),
  FLIPSIDE_INBOUND_AUTHORITY: z.string().optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must look like "smtps://user:password@mail.your-company.com"',
    })
    .optional(),
});

/** An operator's mistake in the environment, said in one sentence. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function readSmtp(url: string | undefined): Smtp | null {
  if (!url) return null;
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username && { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
  };
}

function readInbound(text: string | undefined, authority: string | null): Inbound | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'smtp:' && url.port) {
    return { kind: 'smtp', host: url.hostname, port: Number(url.port), authority };
  }
  if (url && /^imaps?:$/.test(url.protocol) && url.username && url.password) {
    const secure = url.protocol === 'imaps:';
    return {
      kind: 'imap',
      host: url.hostname,
      port: url.port ? Number(url.port) : secure ? 993 : 143,
      secure,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      mailbox: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
      authority,
    };
  }
  throw new ConfigError(
    'FLIPSIDE_INBOUND must look like "smtp://0.0.0.0:2525" or "imaps://user:password@mail.your-company.com/INBOX"',
  );
}

function readMailbox(text: string | undefined, host: string): Config['mailFrom'] {
  if (!text) return { name: 'Flipside', email: `coaching@${host}` };
  const named = /^\s*(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text);
  if (named?.[2]) return { name: named[1] || 'Flipside', email: named[2] };
  if (/^\S+@\S+$/.test(text)) return { name: 'Flipside', email: text };
  throw new ConfigError(
    `FLIPSIDE_MAIL_FROM must look like "AI coaching <coaching@your-company.com>", not "${text}"`,
  );
}

const keyOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Reads the configuration.
 * @param chosen what the start command decided: the address it serves on and which company it shows
 * @throws {ConfigError} naming the variable and what it must look like
 */
export function readConfig(
  chosen: { url?: string; company?: 'demo' | 'own' } = {},
  env: Record<string, string | undefined> = process.env,
): Config {
  // Left empty is not set: that is how an .env file or a compose file leaves something out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(
      `${issue?.path.join('.') ?? 'The environment'} ${issue?.message ?? 'cannot be read'}`,
    );
  }
  const e = parsed.data;
  const baseUrl = (e.FLIPSIDE_URL ?? chosen.url ?? `http://localhost:${e.PORT}`).replace(
    /\/+$/,
    '',
  );
  return {
    databaseUrl: e.DATABASE_URL,
    port: e.PORT,
    serverWorks: e.FLIPSIDE_JOBS === 'here',
    baseUrl,
    company: e.FLIPSIDE_COMPANY ?? chosen.company ?? 'own',
    smtp: readSmtp(e.SMTP_URL),
    inbound: readInbound(e.FLIPSIDE_INBOUND, e.FLIPSIDE_INBOUND_AUTHORITY ?? null),
    mailFrom: readMailbox(e.FLIPSIDE_MAIL_FROM, new URL(baseUrl).hostname),
    adminEmail: e.FLIPSIDE_ADMIN_EMAIL ?? null,
    trustedProxies: e.FLIPSIDE_TRUSTED_PROXIES,
    importLimitBytes: e.FLIPSIDE_IMPORT_LIMIT_MB * 1024 * 1024,
    allowsPrivateCalendars: e.FLIPSIDE_PRIVATE_CALENDARS === 'yes',
    isSecure: baseUrl.startsWith('https:'),
    secret: e.FLIPSIDE_SECRET ? keyOf(e.FLIPSIDE_SECRET) : randomBytes(32),
    earlierSecrets: (e.FLIPSIDE_SECRET_BEFORE ?? '').split(/\s+/).filter(Boolean).map(keyOf),
    isSecretGiven: e.FLIPSIDE_SECRET !== undefined,
    acceptsLostTexts: e.FLIPSIDE_SECRET_LOST === 'yes',
  };
}
