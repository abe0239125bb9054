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

// The router asks for these while it loads.
const { TextDecoder, TextEncoder } = await import('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder });

// What a page waits for may take longer than a second while other specs use the machine.
const { configure } = await import('@testing-library/dom');
configure({ asyncUtilTimeout: 30_000 });
