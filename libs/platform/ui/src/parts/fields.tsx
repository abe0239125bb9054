import {
  Textarea as KitTextarea,
  TextInput as KitTextInput,
  type TextareaProps as KitTextareaProps,
  type TextInputProps as KitTextInputProps,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { AudienceNote, type Audience } from './audience-note.js';

/** Whoever can read what is typed here, said under the field and tied to it. Every free text names its readers. */
export interface Audible {
  audience?: Audience | undefined;
  /** A more exact sentence than the general one. */
  audienceNote?: ReactNode;
}

const BELOW = ['label', 'input', 'error', 'description'] as const;
const ABOVE = ['label', 'description', 'input', 'error'] as const;

/** The kit ties its description to the field by aria-describedby, so the audience sentence travels as part of it. */
function described(
  description: ReactNode,
  audience: Audience | undefined,
  audienceNote: ReactNode,
) {
  if (!audience) return { description, inputWrapperOrder: [...ABOVE] };
  return {
    description: (
      <>
        {description && <span className="fs-field-hint">{description}</span>}
        <AudienceNote audience={audience}>{audienceNote}</AudienceNote>
      </>
    ),
    inputWrapperOrder: [...BELOW],
  };
}

export type TextInputProps = KitTextInputProps & Audible;

export function TextInput({ audience, audienceNote, description, ...rest }: TextInputProps) {
  return <KitTextInput size="md" {...rest} {...described(description, audience, audienceNote)} />;
}

export type TextareaProps = KitTextareaProps & Audible;

export function Textarea({ audience, audienceNote, description, ...rest }: TextareaProps) {
  return (
    <KitTextarea size="md" rows={3} {...rest} {...described(description, audience, audienceNote)} />
  );
}

/** A calendar day, with the device's own picker. The value is 'YYYY-MM-DD'. */
export function DateField(props: Omit<TextInputProps, 'type'>) {
  return <TextInput {...props} type="date" />;
}

/** A wall-clock time, 'HH:MM'. */
export function TimeField(props: Omit<TextInputProps, 'type'>) {
  return <TextInput {...props} type="time" />;
}
