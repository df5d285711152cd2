import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CompanyMap } from './company-map.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd')
const step = fc.oneof(
  fc.record({ does: fc.constant('set' as const), id, companyId: fc.constantFrom('x', 'y') }),
  fc.record({ does: fc.constant('delete' as const), id }),
  fc.record({ does: fc.constant('clear' as const) }),
)

test('whatever is done to it, a company has exactly the records that name it', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const map = new CompanyMap<{ id: string; companyId: string }>()
      for (const one of steps) {
        if (one.does === 'set') map.set(one.id, { id: one.id, companyId: one.companyId })
        else if (one.does === 'delete') map.delete(one.id)
        else map.clear()
        for (const company of ['x', 'y', 'z']) {
          const wanted = [...map.values()].filter(({ companyId }) => companyId === company)
          expect(new Set(map.of(company))).toEqual(new Set(wanted))
          expect(map.of(company)).toHaveLength(wanted.length)
        }
      }
    }),
  )
})
