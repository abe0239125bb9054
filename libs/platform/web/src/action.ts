import type { OperationVariables } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef, useState } from 'react';
import { useToast, type Failure } from '@flipside/ui';
import { failureOf } from './failure.js';

/** What the server says when a person can understand and act: the slot is taken, the round is published. */
export interface RefusalShape {
  message: string;
  field?: string | null | undefined;
  code?: string | undefined;
}

type Answers<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;
/** Generated types carry no __typename unless it is selected; a message with a code is what refusals are known by. */
type RefusalType = { message: string; code: string };

/** The success side of a mutation's answer: the union without its refusal. */
export type PayloadOf<Data> = Exclude<Answers<Data>, RefusalType>;

export type ActionResult<Data> =
  | { ok: true; payload: PayloadOf<Data> }
  | { ok: false; refusal: RefusalShape | undefined; failure?: Failure };

export interface ActionOptions<Data> {
  /** The toast afterwards: what happened, in one or two short sentences. */
  said?: (payload: PayloadOf<Data>) => string;
  /** Makes the toast's Undo. */
  undo?: (payload: PayloadOf<Data>) => (() => void) | undefined;
  onDone?: (payload: PayloadOf<Data>) => void;
  /** Asks all queries on screen again afterwards. On unless switched off. */
  refreshes?: boolean;
}

export interface RunOptions<Data> {
  /** What the page shows until the server answers; taken back when it refuses or does not answer. */
  expected?: Data;
}

export interface Action<Data, Variables> {
  run: (variables: Variables, options?: RunOptions<Data>) => Promise<ActionResult<Data>>;
  isRunning: boolean;
  refusal: RefusalShape | undefined;
  failure: Failure | undefined;
  /** The refusal's message when it is about this field of the input. */
  errorFor: (field: string) => string | undefined;
  clear: () => void;
}

function answerOf<Data>(data: Data): Answers<Data> & { __typename?: string } {
  const field = Object.keys(data as object).find((key) => key !== '__typename') as Exclude<
    keyof Data,
    '__typename'
  >;
  return data[field] as Answers<Data> & { __typename?: string };
}

/** A mutation as something a button does: refusals come back as data, everything else as a failure with its words. */
export function useAction<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: ActionOptions<Data> = {},
): Action<Data, Variables> {
  const [mutate] = useMutation<Data, OperationVariables>(document);
  const toast = useToast();
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<RefusalShape>();
  const [failure, setFailure] = useState<Failure>();
  const underWay = useRef(false);

  function clear() {
    setRefusal(undefined);
    setFailure(undefined);
  }

  async function run(
    variables: Variables,
    { expected }: RunOptions<Data> = {},
  ): Promise<ActionResult<Data>> {
    // A second press while the first is under way does nothing.
    if (underWay.current) return { ok: false, refusal: undefined };
    underWay.current = true;
    clear();
    setRunning(true);
    try {
      const { data } = await mutate({
        variables,
        ...(expected !== undefined && { optimisticResponse: expected }),
        ...((options.refreshes ?? true) && { refetchQueries: 'active' as const }),
      });
      const answer = answerOf(data as Data);
      if (answer.__typename?.endsWith('Refusal')) {
        const said = answer as unknown as RefusalShape;
        setRefusal(said);
        return { ok: false, refusal: said };
      }
      const payload = answer as unknown as PayloadOf<Data>;
      if (options.said) toast({ text: options.said(payload), onUndo: options.undo?.(payload) });
      options.onDone?.(payload);
      return { ok: true, payload };
    } catch (error) {
      const failed = failureOf(error);
      setFailure(failed);
      return { ok: false, refusal: undefined, failure: failed };
    } finally {
      underWay.current = false;
      setRunning(false);
    }
  }

  return {
    run,
    isRunning,
    refusal,
    failure,
    clear,
    errorFor: (field) => (refusal?.field === field ? refusal.message : undefined),
  };
}
