import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import '../styles/styles.css'
import { contrast, type Shown, toShown } from '../testing/shown-color.ts'
import { deriveColors, readHex, writeHex } from './derive-colors.ts'

const COLORS = 2_000
const SURFACES = ['surface', 'surface-raised', 'surface-sunken']
const GROUPS = ['healthy', 'waiting', 'needs-you', 'provider', 'inactive']
const GROUP_TOKENS = GROUPS.flatMap((group) => [`${group}-bg`, `${group}-fg`])
const ACCENT_TOKENS = 'accent accent-hover accent-contrast accent-soft accent-text accent-edge focus'.split(
  ' ',
)

const hex = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((bytes) => `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
const EXTREMES = [
  '#000000',
  '#ffffff',
  '#ffd400',
  '#7a1f4b',
  '#00e5ff',
  '#0000ff',
  '#00ff00',
  '#ff0000',
  '#767676',
]
const examples = EXTREMES.map((color): [string] => [color])

const looks = ['light', 'dark'].flatMap((theme) => ['soft', 'sharp'].map((preset) => ({ theme, preset })))
let root: HTMLElement
const probes = new Map<string, HTMLElement>()

beforeEach(() => {
  read = new Map()
  root = document.createElement('div')
  root.dataset.nectarRoot = ''
  for (const token of [
    ...SURFACES,
    ...ACCENT_TOKENS,
    ...GROUP_TOKENS,
    'border-strong',
    'text',
    'text-muted',
  ]) {
    const probe = document.createElement('i')
    probe.style.backgroundColor = `var(--nc-${token})`
    probes.set(token, probe)
    root.append(probe)
  }
  document.body.append(root)
})
afterEach(() => root.remove())

/** Each read once for a color. */
let read = new Map<string, Shown>()

function setColor(names: readonly string[], color: string) {
  for (const name of names) root.style.setProperty(`--nectar-${name}`, color)
  read = new Map([...read].filter(([token]) => SURFACES.includes(token)))
}

function shown(token: string): Shown {
  const probe = probes.get(token)
  if (!probe) throw new Error(`No probe of ${token}.`)
  const color = read.get(token) ?? toShown(getComputedStyle(probe).backgroundColor)
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
  expectContrast(3, 'accent-edge', SURFACES)
  expectContrast(3, 'focus', SURFACES)
}

function expectGroupsSafe() {
  for (const group of GROUPS) expectContrast(4.5, `${group}-fg`, [...SURFACES, `${group}-bg`])
}

describe.each(looks)('in $theme and $preset', ({ theme, preset }) => {
  beforeEach(() => {
    root.dataset.nectarTheme = theme
    root.dataset.nectarPreset = preset
  })

  test('what stands in the style sheet is safe', () => {
    expectAccentSafe()
    expectGroupsSafe()
    expectContrast(4.5, 'text', SURFACES)
    expectContrast(4.5, 'text-muted', SURFACES)
    expectContrast(3, 'border-strong', SURFACES)
  })

  test('any accent is the fill as it is given, and all that follows from it is safe', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        setColor(['accent'], accent)
        expect(shown('accent')).toEqual(toShown(accent))
        expectAccentSafe()
      }),
      { numRuns: COLORS, examples },
    )
  })

  test('any color of a status is safe', () => {
    fc.assert(
      fc.property(hex, (color) => {
        setColor(GROUPS, color)
        expectGroupsSafe()
      }),
      { numRuns: COLORS / 10, examples },
    )
  })

  test('a script comes to the same colors as the style sheet', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        setColor(['accent'], accent)
        const derived = deriveColors(readHex(accent) ?? [], theme === 'dark')
        for (const [role, color] of Object.entries(derived)) {
          const ours = toShown(writeHex(color))
          const theirs = shown(`accent-${role}`)
          // A step of 255, for how each rounds.
          const apart = Math.max(...ours.map((byte, index) => Math.abs(byte - (theirs[index] ?? 0))))
          if (apart > 1) throw new Error(`${role}: ${ours} in the script, ${theirs} in the style sheet`)
        }
      }),
      { numRuns: COLORS / 4, examples },
    )
  })
})
