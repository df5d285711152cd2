import { expect, test } from 'vitest'
import { digest } from './values.ts'

const long = 'x'.repeat(1_000)

test.each([
  ['short', 'a'],
  ['long', long],
])('the order of fields does not matter, everything else does: %s', async (_, text) => {
  const name = await digest({ kind: text, input: { one: 1, two: [1, 2] } })
  expect(await digest({ input: { two: [1, 2], one: 1 }, kind: text, left: undefined })).toBe(name)
  expect(await digest({ kind: text, input: { one: 1, two: [2, 1] } })).not.toBe(name)
  expect(await digest({ kind: `${text}b`, input: { one: 1, two: [1, 2] } })).not.toBe(name)
})

test('stays short, whatever the length of the value', async () => {
  expect((await digest({ long })).length).toBeLessThanOrEqual(256)
})
