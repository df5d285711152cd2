import { describe, expect, test } from 'vitest'
import { createStore } from '../lib/store.ts'
import { createStorage } from '../testing/fake-platform.ts'
import { CONTRIBUTOR, RECONNECT } from '../testing/phases.ts'
import { takeStored } from './restore-session.ts'
import { createSessionStorage, type StoredSession } from './session-storage.ts'

const SESSION: StoredSession = {
  invitationId: 'i-1',
  useCount: 0,
  intent: CONTRIBUTOR,
  display: 'frame',
  touched: true,
  wasRevoked: false,
}

const storage = createStorage()
const KEY = 'nectar-connect:/api/nectar:scope-1:settings'

function load(loadedAt: number, { scope = 'scope-1' as string | null, store = () => storage } = {}) {
  storage.clear()
  return next(loadedAt, { scope, store })
}

function next(loadedAt: number, { scope = 'scope-1' as string | null, store = () => storage } = {}) {
  return startStorage('/api/nectar', { scope, store, loadedAt })
}

interface Start {
  scope: string | null
  store: () => Storage
  loadedAt: number
}

function startStorage(basePath: string, { scope, store, loadedAt }: Start) {
  const stored = createSessionStorage(
    { basePath, scope: createStore<string | null>(scope) },
    { storage: store, loadedAt: () => loadedAt },
  )
  return { ...stored, take: (name: string) => takeStored(stored, name, loadedAt) }
}

test.each([CONTRIBUTOR, RECONNECT, { ...RECONNECT, baseline: { status: 'CONNECTED', statusAt: null } }])(
  'the next load gets it as it was, once: %j',
  (intent) => {
    load(1).keep('settings', { ...SESSION, intent } as StoredSession)
    expect(next(2).take('settings')).toEqual({ ...SESSION, intent })
    expect(next(3).take('settings')).toBeNull()
  },
)

test('base paths do not mix', () => {
  load(1).keep('settings', SESSION)
  const other = startStorage('/other', { scope: 'scope-1', store: () => storage, loadedAt: 2 })
  expect(other.take('settings')).toBeNull()
  expect(next(2).take('settings')).toEqual(SESSION)
})

test('nobody is known yet: nothing is kept', () => {
  load(1, { scope: null }).keep('settings', SESSION)
  expect(storage.length).toBe(0)
})

describe('what lies there need not be ours', () => {
  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '7'],
    ['an array', '[]'],
    ['an empty object', '{}'],
    ['a field of another kind', JSON.stringify({ ...SESSION, touched: 'yes' })],
    ['an intent that is not known', JSON.stringify({ ...SESSION, intent: { kind: 'other' } })],
    ['an older version, without display', JSON.stringify({ ...SESSION, display: undefined })],
  ])('%s', (_, text) => {
    const stored = load(2)
    storage.setItem(KEY, text)
    expect(stored.take('settings')).toBeNull()
    stored.keep('settings', SESSION)
    expect(next(3).take('settings')).toEqual(SESSION)
  })

  test('fields beyond are dropped', () => {
    const stored = load(2)
    storage.setItem(KEY, JSON.stringify({ ...SESSION, url: 'https://elsewhere.example' }))
    expect(stored.take('settings')).toEqual(SESSION)
  })
})

describe('no storage', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }

  test.each<[string, () => Storage]>([
    ['switched off', refuse],
    ['full, or broken', () => ({ ...createStorage(), getItem: refuse, setItem: refuse, removeItem: refuse })],
  ])('%s', (_, store) => {
    const stored = load(1, { store })
    stored.keep('settings', SESSION)
    stored.forget('settings')
    expect(stored.take('settings')).toBeNull()
  })
})
