import { SCOPE_HEADER } from '@nectar-connect/contract/wire'
import { expect, test } from 'vitest'
import { createHarness } from '../testing/harness.ts'
import { nameScope } from './authorize.ts'

const visitor = (user: number) => ({
  companyId: '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c',
  userId: `user-${user}`,
})

test('a name is the same when it is made again, and 128 bits long', async () => {
  const first = await nameScope(visitor(0))
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(await nameScope(visitor(0))).toBe(first)
})

test('two servers name a user alike while an API key is being replaced', async () => {
  const scopeUnder = async (apiKey: string) => {
    const harness = createHarness({ apiKey }, (fake) => fake.keys.add(apiKey))
    return (await harness.get('/connections')).headers.get(SCOPE_HEADER)
  }
  const before = await scopeUnder('test-key-1')
  expect(before).not.toBeNull()
  expect(await scopeUnder('test-key-2')).toBe(before)
})

test('other users, and other companies, have other names', async () => {
  const names = [
    await nameScope(visitor(1)),
    await nameScope(visitor(2)),
    await nameScope({ ...visitor(1), companyId: null }),
  ]
  expect(new Set(names).size).toBe(3)
})
