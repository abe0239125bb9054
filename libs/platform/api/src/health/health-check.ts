export const HealthState = { OK: 'ok', WARN: 'warn', FAIL: 'fail' } as const;
export type HealthState = (typeof HealthState)[keyof typeof HealthState];

/** One thing that was looked at: what was found and, unless all is well, what to do. */
export interface HealthCheck {
  /** Short and stable, for programs: 'database', 'mail'. */
  readonly id: string;
  readonly title: string;
  readonly state: HealthState;
  readonly finding: string;
  readonly advice: string | null;
}

const check =
  (state: HealthState) =>
  (id: string, title: string, finding: string, advice: string | null = null): HealthCheck => ({
    id,
    title,
    state,
    finding,
    advice,
  });

export const healthy = check('ok');
export const worrying = check('warn');
export const broken = check('fail');

/** The worst of all states. */
export const worstOf = (checks: readonly HealthCheck[]): HealthState =>
  (['fail', 'warn'] as const).find((state) => checks.some((each) => each.state === state)) ?? 'ok';
