import { afterEach, expect, test, vi } from 'vitest'
import { stubBrowser } from '../testing/browser.ts'
import { browserPlatform } from './platform.ts'

afterEach(() => vi.unstubAllGlobals())

test('an id is a random UUID, also on a page that is not secure', () => {
  stubBrowser()
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const { createId } = browserPlatform()
  const ids = Array.from({ length: 200 }, () => createId())
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
})
