import { expect, test } from 'vitest'
import { createApiKey } from './api-key.ts'

test('readers at once share one read, and so do those that were refused at once', async () => {
  const keys = ['first-key', 'second-key', 'third-key']
  let reads = 0
  const seen: string[] = []
  const apiKey = createApiKey(
    async () => keys[reads++] ?? '',
    (key) => seen.push(key),
  )
  expect(await Promise.all([apiKey.current(), apiKey.current()])).toEqual(['first-key', 'first-key'])
  const renewed = await Promise.all([apiKey.renew('first-key'), apiKey.renew('first-key')])
  expect(renewed).toEqual(['second-key', 'second-key'])
  expect(await apiKey.renew('first-key')).toBe('second-key')
  expect(seen).toEqual(['first-key', 'second-key'])
})

test('a fixed key cannot be read anew', async () => {
  const apiKey = createApiKey('only-key', () => {})
  expect([await apiKey.current(), await apiKey.renew('only-key')]).toEqual(['only-key', null])
})
