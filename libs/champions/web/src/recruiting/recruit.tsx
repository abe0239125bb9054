import { lazy, Suspense } from 'react';
import type { RecruitSheetProps } from './recruit-sheet.js';

const RecruitSheet = lazy(async () => ({
  default: (await import('./recruit-sheet.js')).RecruitSheet,
}));

/** The sheet with which a gap is recruited for; loaded when somebody does. */
export function Recruit(props: RecruitSheetProps) {
  return (
    <Suspense>
      <RecruitSheet {...props} />
    </Suspense>
  );
}
