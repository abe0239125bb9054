/**
 * Milliseconds that this thread has had a processor for. Measured so, what else the machine does counts little; nothing
 * here waits for anything, so that on a quiet machine the clock says the same.
 */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
