import { expect, test } from 'vitest'
import { compare } from './compare.ts'

test('measures in turn, leaves the warm-up out, and takes the median of the ratios', async () => {
  const order: string[] = []
  const contestant = (name: string, costs: number[]) => ({
    name,
    async round() {
      order.push(name)
      return costs.shift() ?? Number.NaN
    },
  })
  const comparison = await compare(contestant('ours', [99, 2, 4, 2]), contestant('theirs', [99, 4, 4, 8]), 3)
  expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs', 'theirs', 'ours'])
  expect(comparison).toEqual({ ours: 2, theirs: 4, advantage: 2 })
})
