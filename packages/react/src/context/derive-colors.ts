/** Red, green and blue in linear light, each from 0 to 1. */
type Linear = readonly number[]

const scale = (color: Linear, keep: number, add: number): Linear => color.map((value) => value * keep + add)

/** Relative luminance, as WCAG has it. */
const luminance = ([r = 0, g = 0, b = 0]: Linear) => Math.max(0.0001, 0.2126 * r + 0.7152 * g + 0.0722 * b)

/** What follows from one color, by the formulas of styles/derived.css: for browsers that cannot work them out. */
export function deriveColors(color: Linear, isDark: boolean) {
  return {
    /** Words on it, and on `hover`. */
    contrast: luminance(color) < 0.179 ? [1, 1, 1] : [0, 0, 0],
    hover: hover(color),
    /** The color of words and of edges, 4.5:1 on a surface. */
    text: isDark ? brighten(color, 0.32) : scale(color, Math.min(1, 0.14 / luminance(color)), 0),
  }
}

/** At least so luminous, as vivid as it can be. */
function brighten(color: Linear, limit: number): Linear {
  const y = luminance(color)
  const vivid = Math.max(0.0001, Math.max(...color) - y)
  const keep = Math.min(Math.max(1, limit / y), 2.2, (1 - limit) / vivid)
  return scale(color, keep, Math.max(0, limit - keep * y))
}

function hover(color: Linear): Linear {
  const y = luminance(color)
  const isLighter = y < 0.06 || (y >= 0.179 && y < 0.6)
  return isLighter ? scale(color, 0.9, 0.1) : scale(color, 0.75, 0)
}

/** @returns null for what is not of the form `#rrggbb` */
export function readHex(text: string): Linear | null {
  if (!/^#\w{6}$/.test(text)) return null
  const bytes = Number.parseInt(text.slice(1), 16)
  return [16, 8, 0].map((shift) => {
    const value = ((bytes >> shift) & 255) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

/** @returns `rgb(r,g,b)` */
export function writeRgb(color: Linear): string {
  return `rgb(${color.map((value) =>
    Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)),
  )})`
}
