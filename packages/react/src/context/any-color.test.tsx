import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import '../styles/styles.css'
import { anyHex, contrast, EXTREMES, type Shown } from '../testing/contrast.ts'
import { toShown } from '../testing/shown-color.ts'
import { deriveColors, readHex, writeRgb } from './derive-colors.ts'

/** A sample: derive-colors.test.ts proves the formulas by thousands. Here they are drawn, and come to the same. */
const drawn = { numRuns: 100, examples: EXTREMES }
const SURFACES = ['surface', 'surface-raised', 'surface-sunken']
const TONES = ['healthy', 'waiting', 'needs-you', 'provider', 'inactive', 'unknown']
const TOKENS = 'accent accent-hover accent-contrast accent-soft accent-text focus'.split(' ')

const looks = ['light', 'dark'].flatMap((theme) => ['soft', 'sharp'].map((preset) => ({ theme, preset })))
let root: HTMLElement
const probes = new Map<string, HTMLElement>()

beforeEach(() => {
  read = new Map()
  root = document.createElement('div')
  root.dataset.nectarRoot = ''
  for (const token of [...SURFACES, ...TOKENS, 'border-strong', 'text', 'text-muted']) probe(token, token)
  for (const tone of TONES) {
    for (const part of ['bg', 'fg']) probe(`${tone}-${part}`, `tone-${part}`).dataset.nectarTone = tone
  }
  document.body.append(root)
})
afterEach(() => root.remove())

/** What `--nc-TOKEN` is, drawn. */
function probe(name: string, token: string): HTMLElement {
  const drawn = document.createElement('i')
  drawn.style.backgroundColor = `var(--nc-${token})`
  probes.set(name, drawn)
  root.append(drawn)
  return drawn
}

/** Each read once for a color. */
let read = new Map<string, Shown>()

function setColor(names: readonly string[], color: string) {
  for (const name of names) root.style.setProperty(`--nectar-${name}`, color)
  read = new Map([...read].filter(([token]) => SURFACES.includes(token)))
}

function shown(token: string): Shown {
  const found = probes.get(token)
  if (!found) throw new Error(`No probe of ${token}.`)
  const color = read.get(token) ?? toShown(getComputedStyle(found).backgroundColor)
  read.set(token, color)
  return color
}

function expectContrast(least: number, one: string, others: readonly string[]) {
  for (const other of others) {
    const found = contrast(shown(one), shown(other))
    if (found < least) throw new Error(`${one} on ${other} is ${found.toFixed(2)}:1, not ${least}:1`)
  }
}

function expectAccentSafe() {
  expectContrast(4.5, 'accent-contrast', ['accent', 'accent-hover'])
  expectContrast(4.5, 'accent-text', [...SURFACES, 'accent-soft'])
  expectContrast(3, 'focus', SURFACES)
}

function expectTonesSafe() {
  for (const tone of TONES) expectContrast(4.5, `${tone}-fg`, [...SURFACES, `${tone}-bg`])
}

describe.each(looks)('in $theme and $preset', ({ theme, preset }) => {
  beforeEach(() => {
    root.dataset.nectarTheme = theme
    root.dataset.nectarPreset = preset
  })

  test('what stands in the style sheet is safe', () => {
    expectAccentSafe()
    expectTonesSafe()
    expectContrast(4.5, 'text', SURFACES)
    expectContrast(4.5, 'text-muted', SURFACES)
    expectContrast(3, 'border-strong', SURFACES)
  })

  test('any accent is the fill as it is given, and all that follows from it is safe', () => {
    fc.assert(
      fc.property(anyHex, (accent) => {
        setColor(['accent'], accent)
        expect(shown('accent')).toEqual(toShown(accent))
        expectAccentSafe()
      }),
      drawn,
    )
  })

  test('any color of a status is safe', () => {
    fc.assert(
      fc.property(anyHex, (color) => {
        setColor(TONES, color)
        expectTonesSafe()
      }),
      drawn,
    )
  })

  test('a script comes to the same colors as the style sheet', () => {
    fc.assert(
      fc.property(anyHex, (accent) => {
        setColor(['accent'], accent)
        const derived = deriveColors(readHex(accent) ?? [], theme === 'dark')
        for (const [role, color] of Object.entries(derived)) {
          const ours = toShown(writeRgb(color))
          const theirs = shown(`accent-${role}`)
          // A step of 255, for how each rounds.
          const apart = Math.max(...ours.map((byte, index) => Math.abs(byte - (theirs[index] ?? 0))))
          if (apart > 1) throw new Error(`${role}: ${ours} in the script, ${theirs} in the style sheet`)
        }
      }),
      drawn,
    )
  })
})
