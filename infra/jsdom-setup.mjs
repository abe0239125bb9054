/** What a browser has and jsdom lacks, as far as our components ask for it. */
window.matchMedia ??= (media) => ({
  matches: false,
  media,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

window.HTMLElement.prototype.scrollIntoView ??= () => {};

// Page specs live on one day, whenever they run: a page leaves out the year of today, and tells what is ahead from what
// is over.
const PAGE_DAY = Date.parse('2026-11-29T12:00:00Z');
const ahead = PAGE_DAY - Date.now();
globalThis.Date = new Proxy(Date, {
  construct: (Real, args, made) =>
    Reflect.construct(Real, args.length ? args : [Real.now() + ahead], made),
  apply: (Real) => new Real(Real.now() + ahead).toString(),
  get: (Real, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(Real, name)),
});

// The router asks for these while it loads.
const { TextDecoder, TextEncoder } = await import('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder });

// What a page waits for may take longer than a second while other specs use the machine.
const { configure } = await import('@testing-library/dom');
configure({ asyncUtilTimeout: 30_000 });
