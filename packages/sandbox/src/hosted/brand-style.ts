import type { Brand } from '../options.ts'

/** What WCAG asks of text. */
const READABLE = 4.5

/** The style sheet that puts the brand's color in place of Nectar's; empty without one. */
export function brandStyle({ color }: Brand): string {
  if (color === null) return ''
  const main = readableOnWhite(color)
  const deep = mix(main, '#000000', 0.25)
  const soft = mix(main, '#ffffff', 0.9)
  const line = mix(main, '#ffffff', 0.75)
  return `:root { --petrol: ${main}; --petrol-deep: ${deep}; --petrol-soft: ${soft}; --petrol-line: ${line}; --focus: ${main}; }\n`
}

/** White words stand on the color, and it is used for words on white: a light one is darkened until both can be read. */
function readableOnWhite(color: string): string {
  const steps = Array.from({ length: 21 }, (_, step) => mix(color, '#000000', step / 20))
  return steps.find((candidate) => contrast(candidate, '#ffffff') >= READABLE) ?? '#000000'
}

/** How well two colors stand out from each other, from 1 to 21. Both as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = parse(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(from: string, to: string, share: number): string {
  const ends = parse(to)
  const mixed = parse(from).map((value, index) => Math.round(value + ((ends[index] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function parse(color: string): number[] {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
}
