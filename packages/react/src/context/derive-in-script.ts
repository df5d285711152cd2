import { deriveColors, readHex, writeHex } from './derive-colors.ts'

/** What `--nc-TOKEN` is made of: which color of the page's, in which role. */
const DERIVED = {
  'accent-hover': ['accent', 'hover'],
  'accent-contrast': ['accent', 'contrast'],
  'accent-text': ['accent', 'text'],
  focus: ['accent', 'text'],
  healthy: ['healthy', 'text'],
  waiting: ['waiting', 'text'],
  'needs-you': ['needs-you', 'text'],
  provider: ['provider', 'text'],
  inactive: ['inactive', 'text'],
} as const

/**
 * Does for one root what styles/derived.css does for all of them, in browsers that know no relative colors. In the light
 * and in the dark alike; a color that the page declares anew is taken up when the component's looks change.
 */
export function deriveInScript(root: HTMLElement): void {
  const computed = getComputedStyle(root)
  const context = document.createElement('canvas').getContext('2d')

  /** A token as the page wrote it. */
  const read = (name: string) => computed.getPropertyValue(`--nectar-${name}`).trim()

  /** Whichever way it is written. */
  function readColor(name: string) {
    const value = read(name)
    if (!context || value === '') return null
    context.fillStyle = '#000'
    context.fillStyle = value
    return readHex(String(context.fillStyle))
  }

  for (const [token, [from, role]] of Object.entries(DERIVED)) {
    const color = readColor(from)
    root.style.removeProperty(`--nc-${token}`)
    // What the page gave in so many words is the page's.
    if (color === null || (token !== from && read(token) !== '')) continue
    const [light, dark] = [false, true].map((isDark) => writeHex(deriveColors(color, isDark)[role]))
    root.style.setProperty(`--nc-${token}`, `var(--nc-light, ${light}) var(--nc-dark, ${dark})`)
  }
}
