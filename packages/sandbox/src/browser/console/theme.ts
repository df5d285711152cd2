const KEY = 'nectar-sandbox-theme'
const root = document.documentElement

/** Light or dark, as it was chosen here before. */
export function beginTheme(): void {
  try {
    const theme = localStorage.getItem(KEY)
    if (theme) root.dataset.theme = theme
  } catch {
    // Without storage it is as the system has it.
  }
}

export function switchTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
  root.dataset.theme = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // It holds until the page is left.
  }
}
