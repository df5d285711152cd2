import type { Brand } from '../options.ts'

type Rgb = readonly [number, number, number]

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
/** What WCAG asks of text. */
const READABLE = 4.5

/** The style sheet that puts the brand's color in place of Nectar's; empty without one. */
export function brandStyle({ color }: Brand): string {
  if (color === null) return ''
  const main = readableOnWhite(parse(color))
  const values = {
    petrol: main,
    'petrol-deep': mix(main, BLACK, 0.25),
    'petrol-soft': mix(main, WHITE, 0.9),
    'petrol-line': mix(main, WHITE, 0.75),
    focus: main,
  }
  return `:root { ${Object.entries(values)
    .map(([name, rgb]) => `--${name}: ${hex(rgb)};`)
    .join(' ')} }\n`
}

/** How well two colors stand out from each other, from 1 to 21. Both as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  return ratio(parse(one), parse(other))
}

/** White words stand on the color, and it is used for words on white: a light one is darkened until both can be read. */
function readableOnWhite(color: Rgb): Rgb {
  const steps = Array.from({ length: 21 }, (_, step) => mix(color, BLACK, step / 20))
  return steps.find((candidate) => ratio(candidate, WHITE) >= READABLE) ?? BLACK
}

function ratio(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix([red, green, blue]: Rgb, [toRed, toGreen, toBlue]: Rgb, share: number): Rgb {
  const at = (from: number, to: number) => Math.round(from + (to - from) * share)
  return [at(red, toRed), at(green, toGreen), at(blue, toBlue)]
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
