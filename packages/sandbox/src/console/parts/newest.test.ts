import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNewest } from './newest.ts'

test('it keeps what sorting everything would keep', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 10 }), (times, most) => {
      const newest = createNewest<number>(most)
      for (const at of times) newest.offer(at, () => at)
      expect(newest.list()).toEqual([...times].sort((a, b) => b - a).slice(0, most))
    }),
  )
})
