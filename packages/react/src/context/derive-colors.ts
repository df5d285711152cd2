/** Red, green and blue in linear light, each from 0 to 1. */
type Linear = readonly number[]

const dot = (a: Linear, b: Linear) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
const apply = (matrix: readonly Linear[], color: Linear) => matrix.map((row) => dot(row, color))
const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))
const scale = (color: Linear, keep: number, add: number): Linear => color.map((value) => value * keep + add)

/** Relative luminance, as WCAG has it. */
const luminance = (color: Linear) => dot([0.2126, 0.7152, 0.0722], color)

/** What follows from one color, by the formulas of styles/derived.css: for browsers that cannot work them out. */
export function deriveColors(color: Linear, isDark: boolean) {
  return {
    /** Words on it, and on `hover`. */
    contrast: luminance(color) < 0.179 ? [0, 0, 0].map(() => 1) : [0, 0, 0],
    hover: hover(color),
    /** The color of words, 4.5:1. */
    text: bound(color, isDark, isDark ? 0.32 : 0.14),
    /** The color of an edge, 3:1. */
    edge: bound(color, isDark, isDark ? 0.2 : 0.25),
    soft: soft(color, isDark),
  }
}

/** In the light at most so luminous; in the dark at least, as vivid as it can be. */
function bound(color: Linear, isDark: boolean, limit: number): Linear {
  const y = luminance(color)
  if (!isDark) return scale(color, Math.min(1, limit / Math.max(0.0001, y)), 0)
  const vivid = Math.max(0.0001, Math.max(...color) - y)
  const keep = Math.min(Math.max(1, limit / Math.max(0.0001, y)), 2.2, (1 - limit) / vivid)
  return scale(color, keep, Math.max(0, limit - keep * y))
}

function hover(color: Linear): Linear {
  const y = luminance(color)
  if (y < 0.06) return scale(color, 0.95, 0.05)
  if (y < 0.179) return scale(color, 0.72, 0)
  if (y < 0.6) return scale(color, 0.88, 0.12)
  return scale(color, 0.82, 0)
}

/** By way of OKLCH: a tint of its hue, as light or as dark as a surface. */
function soft(color: Linear, isDark: boolean): Linear {
  const [l = 0, a = 0, b = 0] = apply(TO_LAB, apply(TO_LMS, color).map(Math.cbrt))
  const keep = Math.min(1, 0.04 / Math.max(0.0001, Math.hypot(a, b)))
  const lightness = isDark ? clamp(0.17, l, 0.31) : clamp(0.955, l, 0.982)
  const lms = apply(FROM_LAB, [lightness, a * keep, b * keep]).map((value) => value ** 3)
  return apply(FROM_LMS, lms).map((value) => clamp(0, value, 1))
}

/** Björn Ottosson's OKLab. */
const TO_LMS = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const FROM_LAB = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
]
const FROM_LMS = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
]

/** @returns null for what is not of the form `#rrggbb` */
export function readHex(text: string): Linear | null {
  const [, ...pairs] = /^#(..)(..)(..)$/.exec(text) ?? []
  if (pairs.length === 0) return null
  return pairs.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

/** @returns `#rrggbb` */
export function writeHex(color: Linear): string {
  const bytes = color.map((value) =>
    Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)),
  )
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
