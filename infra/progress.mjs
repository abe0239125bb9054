/** Lines that show that something is going on, on standard error: standard output is for results. */

const seconds = (/** @type {number} */ since) =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;

const say = (/** @type {string} */ line) => console.error(line);

/**
 * Does a piece of work under a title. Work that takes longer tells every ten seconds that it goes on.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  say(`${title} …`);
  const pulse = setInterval(() => say(`${title} … ${seconds(began)}`), 10_000);
  try {
    const result = await work();
    say(`${title}: done in ${seconds(began)}`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}
