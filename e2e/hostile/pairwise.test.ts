import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIMENSIONS } from './combination.ts'
import { pairwise } from './pairwise.ts'

const values = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 })
const names = fc.stringMatching(/^[a-z]{1,4}$/)
const dimensions = fc.dictionary(names, values, { minKeys: 2, maxKeys: 5, noNullPrototype: true })

test('every two values of different dimensions meet', () => {
  fc.assert(
    fc.property(dimensions, (given) => {
      const rows = pairwise(given)
      const names = Object.keys(given)
      for (const row of rows) expect(Object.keys(row)).toEqual(names)
      for (const one of names) {
        for (const other of names.filter((name) => name !== one)) {
          for (const left of given[one] ?? []) {
            for (const right of given[other] ?? []) {
              expect(rows.some((row) => row[one] === left && row[other] === right)).toBe(true)
            }
          }
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('with few more rows than the two longest lists need', () => {
  const needed = DIMENSIONS.sheet.length * DIMENSIONS.queries.length
  const all = pairwise(DIMENSIONS)
  expect(all.length).toBeGreaterThanOrEqual(needed)
  expect(all.length).toBeLessThan(needed * 1.1)
  expect(pairwise(DIMENSIONS)).toEqual(all)
})
