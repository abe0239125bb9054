import type { ReactNode } from 'react';

/** The only four audiences there are, narrowest first. */
export type Audience = 'ME' | 'PAIR' | 'PROGRAMME' | 'EVERYONE';

export const AUDIENCE_NAMES: Record<Audience, string> = {
  ME: 'Only me',
  PAIR: 'The two of us',
  PROGRAMME: 'Programme, as facts',
  EVERYONE: 'Everyone here',
};

const SENTENCES: Record<Audience, string> = {
  ME: 'Only you can read this. Not your partner, not HR.',
  PAIR: 'The two of you can read this. HR sees the topics you ticked, not this text.',
  PROGRAMME: 'HR and programme leads see this as a fact. No free text reaches them.',
  EVERYONE: 'Everyone in the company can read this.',
};

/** Drawn, not emoji: a lock, two heads, bars, an open circle. */
export function AudienceIcon({ audience }: { audience: Audience }) {
  return (
    <svg
      className="fs-audience-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
    >
      {audience === 'ME' && (
        <>
          <rect x="3" y="7" width="10" height="7" rx="1.5" />
          <path d="M5 7V5a3 3 0 0 1 6 0v2" />
        </>
      )}
      {audience === 'PAIR' && (
        <>
          <circle cx="5.5" cy="5.5" r="2.2" />
          <circle cx="11" cy="6" r="1.8" />
          <path d="M1.5 13c.3-2.6 1.9-4 4-4s3.7 1.4 4 4M11 9.500c2 0 3.2 1.2 3.5 3.2" />
        </>
      )}
      {audience === 'PROGRAMME' && <path d="M3 13V9M6.4 13V6M9.8 13V8M13.2 13V3" />}
      {audience === 'EVERYONE' && (
        <>
          <circle cx="8" cy="8" r="5.8" />
          <circle cx="8" cy="8" r="2.4" />
        </>
      )}
    </svg>
  );
}

export interface AudienceNoteProps {
  audience: Audience;
  id?: string;
  /** One sentence naming the readers, when the general one is not exact enough: "Only you and Helen can read this." */
  children?: ReactNode;
}

/** Who can read this, in words. Text fields draw it themselves when they are given an `audience`. */
export function AudienceNote({ audience, id, children }: AudienceNoteProps) {
  return (
    <span className="fs-audience" id={id}>
      <AudienceIcon audience={audience} />
      <span>
        <strong>{AUDIENCE_NAMES[audience]}.</strong> {children ?? SENTENCES[audience]}
      </span>
    </span>
  );
}
