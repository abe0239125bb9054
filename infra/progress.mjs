/** Lines that show that something is going on, on standard error: standard output is for results. */

const seconds = (/** @type {number} */ since) =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** How long somebody waits before wondering whether anything happens; a log need not be so talkative. */
const PULSE_MS = process.stderr.isTTY ? 2_000 : 10_000;

/**
 * Does a piece of work under a title. Work that takes longer tells again and again that it goes on; a terminal keeps
 * that in one line.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  const say = (/** @type {string} */ line) =>
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  say(`${title} …`);
  const pulse = setInterval(() => say(`${title} … ${seconds(began)}`), PULSE_MS);
  try {
    const result = await work();
    say(`${title}: done in ${seconds(began)}`);
    return result;
  } finally {
    clearInterval(pulse);
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}
