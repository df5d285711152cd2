import { expect, test } from 'vitest'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

test.each([
  ['expireInvitation', 'This link has run out', 'Get a fresh one'],
  ['revokeInvitation', 'This link was revoked', 'Only they can make another'],
  ['fulfillInvitation', 'This link has done its job', 'Start again from Plumbline'],
] as const)('after %s the link says so, also to a form that is sent late', async (name, heading, next) => {
  const { sandbox, invite } = createBench()
  const { id, token, invitationUrl } = await invite()
  const open = await visit(sandbox, invitationUrl)
  await sandbox.control[name]({ invitationId: id })
  for (const page of [await visit(sandbox, invitationUrl), await open.send({ provider: 'cascadia-power' })]) {
    expect(page.heading).toBe(heading)
    expect(page.markup).toContain(next)
    expect(page.markup).toContain(id.slice(0, 8))
    expect(page.markup).not.toContain(token)
  }
})

test('a link that nobody was given is a page of its own', async () => {
  const { sandbox } = createBench()
  for (const path of ['/p/i/inv_nope', '/elsewhere']) {
    expect(await visit(sandbox, ORIGIN + path)).toMatchObject({
      status: 404,
      heading: 'This link is not known here',
    })
  }
})

test('every page sets its policy and keeps the address to itself', async () => {
  const { sandbox, invite } = createBench()
  for (const url of [(await invite()).invitationUrl, `${ORIGIN}/p/i/nope`]) {
    const { headers, markup } = await visit(sandbox, url)
    expect(headers.get('content-security-policy')).toContain(
      "default-src 'none'; style-src 'self'; script-src 'self'",
    )
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(markup).not.toMatch(/ style=| on[a-z]+=|<style|<script>/)
  }
})

test.each([
  ['hosted.css', 'text/css'],
  ['hosted.js', 'text/javascript'],
  ['figtree.woff2', 'font/woff2'],
  ['figtree-license.txt', 'text/plain'],
])('/assets/%s is served', async (name, type) => {
  const response = await createBench().sandbox.fetch(new Request(`${ORIGIN}/assets/${name}`))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain(type)
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
})

test('the script posts nothing to the window around it', async () => {
  const response = await createBench().sandbox.fetch(new Request(`${ORIGIN}/assets/hosted.js`))
  const script = await response.text()
  expect(script).not.toMatch(/postMessage|opener|\btop\b/)
  // It asks whether there is a window around it, and nothing more.
  expect(script.match(/parent\W{1,3}\w+/g)?.filter((use) => !/parent[!=]={1,2}/.test(use)) ?? []).toEqual([])
})

test('names are text, whatever they hold', async () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`
  const { sandbox, invite } = createBench({ brand: { name: hostile } })
  const [company] = await sandbox.control.seed({
    companies: [{ name: hostile, sites: [{ name: hostile, address: hostile }] }],
  })
  const invitation = await invite({}, `/invitation/company/${company?.id}`)
  const find = await visit(sandbox, invitation.invitationUrl)
  const search = await find.send({ action: 'search', q: hostile })
  const signIn = await find.send({ provider: 'cascadia-power' })
  const configure = await signIn.send({ action: 'next', username: hostile, password: 'x' })
  const done = await configure.send({ action: 'next', site: company?.siteIds ?? [], type: 'WATER' })
  expect(configure.markup).toContain('&lt;img src=x')
  expect(done.heading).toBe('Details received')
  for (const { markup } of [find, search, signIn, configure, done]) expect(markup).not.toContain('<img')
})
