// Runs before the first paint, so that a dark page never flashes white. `web/settings/preferences.ts` does the rest.
try {
  const stored = JSON.parse(localStorage.getItem('plumbline.preferences') ?? '{}')
  const root = document.documentElement
  if (stored.theme === 'light' || stored.theme === 'dark') root.dataset.theme = stored.theme
  if (stored.direction === 'rtl') root.dir = 'rtl'
} catch {
  // Storage may be closed or hold something else: the defaults are fine.
}
