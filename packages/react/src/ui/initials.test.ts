import { expect, test } from 'vitest'
import { initialsOf, tintOf } from './initials.ts'

test.each([
  ['Puget Meadow Energy', 'PM'],
  ['cascadia power & light', 'CP'],
  ['Ironwood', 'I'],
  ['(Éire) 1st', 'É1'],
  ['مياه الأنهار', 'ما'],
  ['—', ''],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a name has the same tint always, whichever way it is written', () => {
  expect(tintOf('Ironwood Waste')).toBe(tintOf('IRONWOOD WASTE'))
  expect(tintOf('')).toBe(0)
})

test('names are spread over all tints', () => {
  const tints = Array.from({ length: 100 }, (_, index) => tintOf(`Utility ${index}`))
  expect(new Set(tints).size).toBe(8)
})
