import { expect, test } from 'vitest'
import { createSessionStore, type Session } from './session-store.ts'

const session: Session = { company: 'kestrel', role: 'view' }

test('a session ends after its lifetime', () => {
  let now = 0
  const store = createSessionStore({ now: () => now, lifetimeMs: 1000 })
  const id = store.create(session)
  now = 999
  expect(store.read(id)).toEqual(session)
  now = 1000
  expect(store.read(id)).toBeNull()
})

test('ids cannot be guessed from one another', () => {
  const store = createSessionStore()
  const ids = Array.from({ length: 50 }, () => store.create(session))
  expect(new Set(ids).size).toBe(50)
  expect(ids.every((id) => id.length === 43)).toBe(true)
})

test('the oldest one goes when there are too many', () => {
  const store = createSessionStore({ limit: 2 })
  const [first, second, third] = [store.create(session), store.create(session), store.create(session)]
  expect(store.read(first ?? '')).toBeNull()
  expect(store.read(second ?? '')).toEqual(session)
  expect(store.read(third ?? '')).toEqual(session)
})
