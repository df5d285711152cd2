import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyHex, contrast, EXTREMES, type Shown } from '../testing/contrast.ts'
import { deriveColors, readHex, writeRgb } from './derive-colors.ts'

const COLORS = { numRuns: 2_000, examples: EXTREMES }

/** Light and dark of each of the surfaces that a preset declares. */
function surfacesOf(sheet: string) {
  const css = readFileSync(new URL(`../styles/${sheet}`, import.meta.url), 'utf8')
  const declared = css.matchAll(/--nc-surface[\w-]*: .*--nc-light, (#\w{6})\) var\(--nc-dark, (#\w{6})\)/g)
  const pairs = [...declared].map(([, light = '', dark = '']) => ({ light: bytes(light), dark: bytes(dark) }))
  expect(pairs).toHaveLength(3)
  return pairs
}

function bytes(hex: string): Shown {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [red, green, blue]
}

function shown(color: readonly number[]): Shown {
  const [red = 0, green = 0, blue = 0] = (writeRgb(color).match(/\d+/g) ?? []).map(Number)
  return [red, green, blue]
}
const linear = (hex: string) => readHex(hex) ?? []

function expectContrast(least: number, one: Shown, others: readonly Shown[]) {
  for (const other of others) expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
}

describe.each(['tokens.css', 'sharp.css'])('on the surfaces of %s', (sheet) => {
  test.each(['light', 'dark'] as const)('what follows from any color is safe: %s', (theme) => {
    const surfaces = surfacesOf(sheet).map((pair) => pair[theme])
    fc.assert(
      fc.property(anyHex, (color) => {
        const { text } = deriveColors(linear(color), theme === 'dark')
        expectContrast(4.5, shown(text), surfaces)
      }),
      COLORS,
    )
  })
})

test('words are safe on any color, and on it under the pointer, which is another', () => {
  fc.assert(
    fc.property(anyHex, (color) => {
      const { contrast: words, hover } = deriveColors(linear(color), false)
      expectContrast(4.5, shown(words), [bytes(color), shown(hover)])
      expect(contrast(shown(hover), bytes(color))).toBeGreaterThan(1.05)
    }),
    COLORS,
  )
})

test('a color is written as it was read, and what is no color of this form is not read', () => {
  fc.assert(
    fc.property(anyHex, (color) => {
      expect(shown(linear(color))).toEqual(bytes(color))
    }),
  )
  expect(readHex('teal')).toBeNull()
})
