/** `npm run bench:forecast`: prints how often the later truth lies inside the forecast's 80 % range. */
import { calibrate, calibrationTable } from './forecast-calibration.js';

const start = performance.now();
const rows = calibrate(1000, 1);
console.log(calibrationTable(rows));
console.log(`1,000 programmes in ${Math.round((performance.now() - start) / 1000)} s`);
process.exitCode = rows.every(
  ({ inside, forecasts }) => inside >= 0.72 * forecasts && inside <= 0.88 * forecasts,
)
  ? 0
  : 1;
