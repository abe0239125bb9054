import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK } from '../clock-token.js';
import { CONFIG, type Config } from '../config.js';
import type { Tx } from '../database.js';
import type { MailDraft } from './enqueue-mail.js';
import { MailPolicies } from './mail-policy.js';
import { onPaper } from './on-paper.js';
import { toMime } from './send-mail.js';

/** Invented people, so that no sample tells anything about anybody. */
export const INVENTED = {
  executive: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Helen Ward',
    email: 'helen.ward@example.com',
    zone: 'Europe/London',
  },
  champion: {
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Priya Nair',
    email: 'priya.nair@example.com',
    zone: 'Asia/Kolkata',
  },
  assistant: {
    id: '00000000-0000-4000-8000-000000000003',
    name: 'Kim Osei',
    email: 'kim.osei@example.com',
    zone: 'Europe/London',
  },
  lead: {
    id: '00000000-0000-4000-8000-000000000004',
    name: 'Dana Fischer',
    email: 'dana.fischer@example.com',
    zone: 'Europe/Berlin',
  },
  /** What samples are about: a session, a nomination, a recipe. */
  thing: '00000000-0000-4000-8000-000000000009',
} as const;

export interface SampleGround {
  readonly now: Date;
  readonly config: Config;
}

/** One mail of the product with invented facts, written by the function that writes it for people. */
export interface MailSample {
  /** When it is sent: 'Somebody is nominated'. */
  readonly occasion: string;
  write(tx: Tx, ground: SampleGround): Promise<unknown>;
}

/** A sample as the function that writes it hands it over. */
interface SampleDraft {
  readonly occasion: string;
  readonly draft: MailDraft;
}

/** A sample as its reader gets it. */
export interface ShownMail {
  /** 'nomination_question-2': its kind, and the place among those of the kind. */
  readonly id: string;
  readonly kind: string;
  readonly occasion: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly hasInvitation: boolean;
}

/** The tokens of links that act: a sample shows where they stand, not one that looks real. */
const withoutTokens = (text: string): string =>
  text.replaceAll(/\/(a|m|auth\/use)\/[A-Za-z0-9_.-]{20,}/g, '/$1/…');

const asText = (body: unknown): string => (typeof body === 'string' ? withoutTokens(body) : '');

/** Every mail that the product sends; contexts register their own. */
@Injectable()
export class MailSamples {
  readonly #samples: MailSample[] = [];

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly policies: MailPolicies,
  ) {}

  register(...samples: readonly MailSample[]): void {
    this.#samples.push(...samples);
  }

  /** All of them as they are handed over for sending. */
  async drafts(): Promise<readonly SampleDraft[]> {
    const ground = { now: this.clock.now(), config: this.config };
    const written: SampleDraft[] = [];
    for (const { occasion, write } of this.#samples) {
      const drafts = await onPaper((tx) => write(tx, ground));
      if (drafts.length === 0) throw new Error(`Nothing is written when: ${occasion}`);
      written.push(...drafts.map((draft) => ({ occasion, draft })));
    }
    return written;
  }

  /** All of them, with everything that stands in a mail when it leaves. */
  async all(): Promise<readonly ShownMail[]> {
    const shown: ShownMail[] = [];
    for (const { occasion, draft } of await this.drafts()) {
      const before = shown.filter(({ kind }) => kind === draft.kind).length;
      shown.push(this.show(draft, occasion, `${draft.kind}-${before + 1}`));
    }
    return shown;
  }

  private show(draft: MailDraft, occasion: string, id: string): ShownMail {
    const { kind, subject, to, personId, topics = [] } = draft;
    const foot = personId && this.policies.current?.footOf({ kind, topics, personId });
    const mime = toMime(
      {
        id,
        kind,
        to_name: to.name,
        to_email: to.email,
        subject,
        body_text: draft.text,
        body_html: draft.html ?? null,
        ical_method: draft.calendar?.method ?? null,
        ical: draft.calendar?.ics ?? null,
        message_id: id,
        in_reply_to: null,
      },
      this.config.mailFrom,
      foot || null,
    );
    return {
      id,
      kind,
      occasion,
      toName: to.name,
      subject,
      text: asText(mime.text),
      html: mime.html ? asText(mime.html) : null,
      hasInvitation: draft.calendar !== undefined,
    };
  }
}
