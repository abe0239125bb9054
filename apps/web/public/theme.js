// Runs before anything is drawn. The key is THEME_STORAGE_KEY of platform/ui.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('flipside-theme');
  } catch {
    // Storage may be switched off; the device decides then.
  }
  var isDark =
    choice === 'dark' ||
    (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
