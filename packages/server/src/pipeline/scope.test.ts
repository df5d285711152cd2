import { expect, test } from 'vitest'
import { createApiKey } from '../nectar-client/api-key.ts'
import { createNameScope } from './scope.ts'

const visitor = (user: number) => ({
  companyId: '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c',
  userId: `user-${user}`,
})

test('a name is made once while it is kept, and is the same when it is made again', async () => {
  const apiKey = createApiKey('test-key-1', () => {})
  let made = 0
  const counted = {
    ...apiKey,
    derived(purpose: string) {
      made += 1
      return apiKey.derived(purpose)
    },
  }
  const nameScope = createNameScope(counted)
  const first = await nameScope(visitor(0))
  expect(await nameScope(visitor(0))).toBe(first)
  expect(made).toBe(1)
  for (let user = 1; user <= 1_000; user += 1) await nameScope(visitor(user))
  expect(await nameScope(visitor(0))).toBe(first)
  expect(made).toBe(1_002)
})

test('other users, and other companies, have other names', async () => {
  const nameScope = createNameScope(createApiKey('test-key-1', () => {}))
  const names = [
    await nameScope(visitor(1)),
    await nameScope(visitor(2)),
    await nameScope({ ...visitor(1), companyId: null }),
  ]
  expect(new Set(names).size).toBe(3)
})
