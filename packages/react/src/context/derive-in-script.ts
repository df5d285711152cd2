import { deriveColors, readHex, writeRgb } from './derive-colors.ts'

const STATUS_TOKENS = ['healthy', 'waiting', 'needs-you', 'provider', 'inactive']

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

  function derive(from: string, role: keyof ReturnType<typeof deriveColors>, token = `${from}-${role}`) {
    const color = readColor(from)
    root.style.removeProperty(`--nc-${token}`)
    // What the page gave in so many words is the page's.
    if (color === null || (token !== from && read(token) !== '')) return
    const [light, dark] = [false, true].map((isDark) => writeRgb(deriveColors(color, isDark)[role]))
    root.style.setProperty(`--nc-${token}`, `var(--nc-light, ${light}) var(--nc-dark, ${dark})`)
  }

  derive('accent', 'hover')
  derive('accent', 'contrast')
  derive('accent', 'text')
  derive('accent', 'text', 'focus')
  for (const token of STATUS_TOKENS) derive(token, 'text', token)
}
