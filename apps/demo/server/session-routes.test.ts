import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestHost, postJson, type TestHost } from './testing/test-host.ts'

let host: TestHost
beforeEach(async () => {
  host = await createTestHost()
})
afterEach(() => host.sandbox.close())

test('nobody is signed in at first, and the companies are offered', async () => {
  const response = await host.call('/session')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toMatchObject({
    session: null,
    companies: [{ slug: 'harrow-lane' }, { slug: 'kestrel' }],
  })
})

test('signing in gives a cookie that scripts cannot read and other sites do not send', async () => {
  const response = await host.call('/session', postJson({ company: 'harrow-lane', role: 'view' }))
  expect(response.status).toBe(200)
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^plumbline_session=[\w-]{43};/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(await response.json()).toMatchObject({
    session: {
      company: { slug: 'harrow-lane' },
      user: { name: 'Ines Calloway', initials: 'IC' },
      role: 'view',
    },
  })
})

test('switching company ends the session before', async () => {
  const first = await host.signIn('harrow-lane')
  const response = await host.call('/session', {
    ...postJson({ company: 'kestrel', role: 'manage' }),
    cookie: first,
  })
  const second = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(second).not.toBe(first)
  const who = async (cookie: string) => (await host.call('/session', { cookie })).json()
  expect(await who(first)).toMatchObject({ session: null })
  expect(await who(second)).toMatchObject({ session: { company: { name: 'Kestrel Cold Storage' } } })
})

test('signing out ends the session, not only the cookie', async () => {
  const cookie = await host.signIn('harrow-lane')
  const response = await host.call('/session', { method: 'DELETE', cookie })
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await (await host.call('/session', { cookie })).json()).toMatchObject({ session: null })
})

test.each(['https://elsewhere.example', 'http://localhost:4400', 'null'])(
  'a page of %s can neither sign in nor sign out',
  async (origin) => {
    const cookie = await host.signIn('harrow-lane')
    const headers = { origin, 'content-type': 'application/json' }
    const signIn = { ...postJson({ company: 'kestrel', role: 'manage' }), headers }
    expect((await host.call('/session', signIn)).status).toBe(403)
    expect((await host.call('/session', { method: 'DELETE', headers, cookie })).status).toBe(403)
    expect(await (await host.call('/session', { cookie })).json()).not.toMatchObject({ session: null })
  },
)

test.each([
  ['no JSON', 'hello'],
  ['no object', '3'],
  ['an unknown company', JSON.stringify({ company: 'toString', role: 'manage' })],
  ['an unknown role', JSON.stringify({ company: 'kestrel', role: 'owner' })],
])('a body with %s answers 400', async (_, body) => {
  const response = await host.call('/session', { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ error: expect.any(String) })
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('a body that is too large answers 413', async () => {
  const response = await host.call('/session', { method: 'POST', body: 'x'.repeat(2000) })
  expect(response.status).toBe(413)
})
