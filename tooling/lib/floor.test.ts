import { expect, test } from 'vitest'
import { newerInScript, newerInStyles, readFloor } from './floor.ts'

const floor = readFloor(['chrome >= 109', 'firefox >= 115', 'safari >= 16.4', 'ios_saf >= 16.4'])

test('a line that cannot be read is no floor', () => {
  expect(() => readFloor(['last 2 versions'])).toThrow('"last 2 versions" is not written as')
})

test.each([
  ['a { color: light-dark(red, blue) }', ['color: light-dark()']],
  ['a { --accent: light-dark(red, blue) }', ['--accent: light-dark()']],
  ['a { color: red; color: light-dark(red, blue) }', []],
  ['a { color: rgb(from red r g b) }', ['color: relative colors']],
  ['@supports (color: rgb(from red r g b)) { a { color: rgb(from red r g b) } }', []],
  ['@supports (color: red) { a { color: rgb(from red r g b) } }', ['color: relative colors']],
  ['a { grid-template-rows: subgrid }', ['grid-template-rows: subgrid']],
  ['a { background: color-mix(in srgb, red, blue) }', ['background: color-mix()']],
  ['a { background: red; background: color-mix(in srgb, red, blue) }', []],
  ['@container style(--a: b) { a { color: red } }', ['@container style()']],
  ['a:has(b) { color: red }', [':has']],
  [
    'a::backdrop { background: var(--scrim) }',
    ['::backdrop { background: var(--scrim) }, without a fallback'],
  ],
  ['a::backdrop { background: var(--scrim, #0008) }', []],
  ['a:focus-visible { inset: 0; display: grid; aspect-ratio: 1 }', []],
])('%s', (css, newer) => {
  expect(newerInStyles(css, floor)).toEqual(newer)
})

test.each([
  ['list.toSorted()', ['.toSorted()']],
  ['AbortSignal.any([one])', ['AbortSignal.any']],
  ['Promise.withResolvers()', ['Promise.withResolvers', '.withResolvers()']],
  ['using file = open()', ['syntax that has to be lowered']],
  ['class A { static { A.b ??= 1 } #c = 1 }', []],
  ['AbortSignal.timeout(1), Object.hasOwn(a, "b"), list.findLast(f), /\\p{L}/u.test(a)', []],
])('%s', async (code, newer) => {
  expect(await newerInScript(code, floor)).toEqual(newer)
})
