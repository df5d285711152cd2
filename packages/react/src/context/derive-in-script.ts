import { deriveColors, readHex, writeHex } from './derive-colors.ts'

const STATUS_TOKENS = ['healthy', 'waiting', 'needs-you', 'provider', 'inactive']

/**
 * Does for one root what styles/derived.css does for all of them, in browsers that know no relative colors. In the light
 * and in the dark alike; a color that the page declares anew is taken up when the component's looks change.
 */
export function deriveInScript(root: HTMLElement): void {
  const { style } = root
  const computed = getComputedStyle(root)
  const context = document.createElement('canvas').getContext('2d')

  /** A token as `#rrggbb`, whichever way it is written. */
  function readToken(name: string) {
    const value = computed.getPropertyValue(`--nectar-${name}`).trim()
    if (!context || value === '') return null
    context.fillStyle = '#000'
    context.fillStyle = value
    return readHex(String(context.fillStyle))
  }

  function derive(name: string, roles: Record<string, keyof ReturnType<typeof deriveColors>>) {
    const color = readToken(name)
    for (const [token, role] of Object.entries(roles)) {
      if (color === null || computed.getPropertyValue(`--nectar-${token}`) !== '') {
        style.removeProperty(`--nc-${token}`)
        continue
      }
      const [light = '', dark = ''] = [false, true].map((isDark) =>
        writeHex(deriveColors(color, isDark)[role]),
      )
      style.setProperty(`--nc-${token}`, `var(--nc-light, ${light}) var(--nc-dark, ${dark})`)
    }
  }

  derive('accent', {
    'accent-hover': 'hover',
    'accent-contrast': 'contrast',
    'accent-soft': 'soft',
    'accent-text': 'text',
    'accent-edge': 'edge',
    focus: 'edge',
  })
  for (const name of STATUS_TOKENS) derive(name, { [`${name}-bg`]: 'soft', [`${name}-fg`]: 'text' })
}
