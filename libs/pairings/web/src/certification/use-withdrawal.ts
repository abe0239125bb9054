import { useAction } from '@flipside/platform-web';
import { RestoreCertification, WithdrawCertification } from './certification-documents.js';

/** Withdrawing a certification, with undo. */
export function useWithdrawal() {
  const restore = useAction(RestoreCertification);
  const withdraw = useAction(WithdrawCertification, {
    said: ({ certification }) =>
      `Withdrawn from today: ${certification.person.name}. Pairings that run go on.`,
    undo:
      ({ certification: { championId } }) =>
      () =>
        void restore.run({ input: { championId } }),
  });
  return {
    run: (championId: string) => void withdraw.run({ input: { championId } }),
    isRunning: withdraw.isRunning || restore.isRunning,
    refusal: withdraw.refusal ?? restore.refusal,
    failure: withdraw.failure ?? restore.failure,
  };
}
