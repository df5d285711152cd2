import fc from 'fast-check'

/** Red, green and blue from 0 to 255, as they are drawn. */
export type Shown = readonly [number, number, number]

/** By WCAG 2. */
export function contrast(one: Shown, other: Shown): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: Shown): number {
  const [red = 0, green = 0, blue = 0] = color.map((byte) => {
    const value = byte / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Any color, as `#rrggbb`. */
export const anyHex = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((bytes) => `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)

/** Where formulas break first. */
export const EXTREMES = '#000000 #ffffff #ffd400 #7a1f4b #00e5ff #0000ff #00ff00 #ff0000 #767676'
  .split(' ')
  .map((color): [string] => [color])
