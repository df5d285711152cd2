import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences.ts'

test('what was stored comes back', () => {
  const stored = { theme: 'dark', preset: 'sharp', direction: 'rtl', language: 'ar' } as const
  expect(parsePreferences(JSON.stringify(stored))).toEqual(stored)
})

test('one bad value costs the others nothing', () => {
  expect(parsePreferences('{"theme":"neon","preset":"sharp"}')).toEqual({
    ...DEFAULT_PREFERENCES,
    preset: 'sharp',
  })
})

test('anything else becomes the default', () => {
  expect(parsePreferences(null)).toEqual(DEFAULT_PREFERENCES)
  expect(parsePreferences('null')).toEqual(DEFAULT_PREFERENCES)
  fc.assert(fc.property(fc.string(), (text) => parsePreferences(text).direction === 'ltr'))
})
