import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { createTestHost, type TestHost } from './testing/test-host.ts'

let host: TestHost
beforeEach(async () => {
  host = await createTestHost()
})
afterEach(() => host.sandbox.close())

test.each(['/', '/app', '/app/utilities', '/app/whatever'])(
  '%s is the document, under a strict policy',
  async (path) => {
    const response = await host.call(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain('frame-src http://localhost:4400;')
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  },
)

test('files are served with their type, and kept', async () => {
  const response = await host.call('/assets/app.js')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('javascript')
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test.each(['/nothing', '/assets/nothing.js', '/../package.json', '/assets/..%2f..%2ftest-host.ts'])(
  '%s answers 404',
  async (path) => {
    const response = await host.call(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control') ?? '').not.toContain('immutable')
  },
)

test('while developing a nonce lets Vite in, and still nothing unsafe', () => {
  const policy = contentSecurityPolicy({ hostedOrigin: 'http://localhost:4400', nonce: 'abc' })
  expect(policy).toContain("script-src 'self' 'nonce-abc'")
  expect(policy).not.toContain('unsafe')
})
