import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { MatchDesk, type DeskAnswers, type DeskTask, type Signals } from './match-desk.js';

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
}

/** Watches long work: hears how far it is, and may ask to stop it. */
export interface Watch {
  readonly everyMs: number;
  /** @returns false to stop */
  readonly onProgress: (percent: number) => Promise<boolean>;
}

/** From sources, as specs run, there is no compiled file that a thread could start from. */
const THREAD = import.meta.url.endsWith('.js')
  ? new URL('./match-desk.thread.js', import.meta.url)
  : null;

/** Hands rounds to the thread that computes them. Starts with the first task and anew after a crash. */
@Injectable()
export class Matcher implements OnModuleDestroy {
  #thread: Worker | null = null;
  readonly #desk = new MatchDesk();
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  async ask<T extends DeskTask>(task: T, watch?: Watch): Promise<DeskAnswers[T['kind']]> {
    const signals: Signals = new Int32Array(new SharedArrayBuffer(8));
    const timer = watch && this.#follow(watch, signals);
    try {
      const thread = this.#running();
      if (thread) return await this.#send(thread, task, signals);
      await setImmediate();
      return this.#desk.work(task, signals) as DeskAnswers[T['kind']];
    } finally {
      clearInterval(timer);
    }
  }

  #follow({ everyMs, onProgress }: Watch, signals: Signals): NodeJS.Timeout {
    return setInterval(() => {
      onProgress(Atomics.load(signals, 0)).then(
        (goesOn) => {
          if (!goesOn) Atomics.store(signals, 1, 1);
        },
        () => undefined,
      );
    }, everyMs);
  }

  #send<T extends DeskTask>(
    thread: Worker,
    task: T,
    signals: Signals,
  ): Promise<DeskAnswers[T['kind']]> {
    return new Promise((done, failed) => {
      const id = this.#next++;
      this.#waiting.set(id, { done, failed });
      thread.postMessage({ id, task, signals });
    });
  }

  /** @returns null where rounds are computed in this thread */
  protected startThread(): Worker | null {
    return THREAD && new Worker(THREAD, { name: 'matching' });
  }

  #running(): Worker | null {
    if (this.#thread) return this.#thread;
    const thread = this.startThread();
    if (!thread) return null;
    thread.unref();
    thread.on(
      'message',
      ({ id, answer, failure }: { id: number; answer: never; failure?: string }) => {
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (failure === undefined) waiting?.done(answer);
        else waiting?.failed(new Error(failure));
      },
    );
    const gone = (error: Error) => {
      this.#thread = null;
      for (const { failed } of this.#waiting.values()) failed(error);
      this.#waiting.clear();
    };
    thread.on('error', gone);
    thread.on('exit', () => gone(new Error('The matching thread has ended')));
    this.#thread = thread;
    return thread;
  }

  async onModuleDestroy(): Promise<void> {
    await this.#thread?.terminate();
  }
}
