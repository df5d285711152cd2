import { expect, test } from 'vitest'
import { createSandbox } from '../index.ts'
import { originAt } from './origin-at.ts'

test.each([
  ['127.0.0.1', 4400, 'http://localhost:4400'],
  ['0.0.0.0', 80, 'http://localhost'],
  ['192.0.2.7', 4400, 'http://192.0.2.7:4400'],
  ['2001:db8::7', 4400, 'http://[2001:db8::7]:4400'],
])('%s on port %i is %s, which a sandbox takes', (host, port, origin) => {
  expect(originAt(host, port)).toBe(origin)
  createSandbox({ origin: originAt(host, port) }).close()
})
