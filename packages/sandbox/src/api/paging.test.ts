import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'
import { pageOf, readPaging } from './paging.ts'

test('walking until hasNext is false gives everything once; a page too far is the last one again', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.nat(50), (total, limit, beyond) => {
      const items = Array.from({ length: total }, (_, index) => index)
      const seen: unknown[] = []
      let page = 1
      for (;;) {
        const answer = pageOf('connections', items, { page, limit }, String)
        seen.push(...(answer.connections as unknown[]))
        if (!answer.hasNext) break
        page += 1
      }
      expect(seen).toEqual(items.map(String))
      const last = pageOf('connections', items, { page, limit }, String)
      expect(pageOf('connections', items, { page: page + beyond, limit }, String)).toEqual(last)
      expect(last).toMatchObject({ totalConnections: total, totalPages: page, currentPage: page })
    }),
  )
})

test.each(['limit=0', 'limit=501', 'limit=x', 'limit=-1', 'limit=1.5', 'page=0', 'page=two'])(
  '%s is refused',
  (query) => {
    expect(() => readPaging(new URLSearchParams(query))).toThrow(ApiFailure)
  },
)

test('defaults are page 1 of 100', () => {
  expect(readPaging(new URLSearchParams())).toEqual({ page: 1, limit: 100 })
})
