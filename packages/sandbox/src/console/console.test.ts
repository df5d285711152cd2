import { expect, test } from 'vitest'
import { ORIGIN } from '../testing/bench.ts'
import { BROKEN, buttonsOf, openConsole } from '../testing/open-console.ts'

test('the page is strict about where it may load from, and nobody may frame it', async () => {
  const { headers, markup, status, title } = await openConsole().get('/')
  expect(status).toBe(200)
  expect(title).toContain('Console')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(markup).not.toMatch(/ style=| on[a-z]+=|<style|<script>/)
})

test.each([
  ['console.css', 'text/css'],
  ['console.js', 'text/javascript'],
  ['geist.woff2', 'font/woff2'],
  ['geist-mono.woff2', 'font/woff2'],
  ['geist-license.txt', 'text/plain'],
])('/assets/%s is served', async (name, type) => {
  const response = await openConsole().sandbox.fetch(new Request(`${ORIGIN}/assets/${name}`))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain(type)
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
})

test('it shows the connections of one company at a time, the first one unless another is chosen', async () => {
  const { control, company, panel } = openConsole()
  const [other] = await control.seed({
    companies: [
      {
        name: 'Kestrel Cold Storage',
        connections: [{ provider: 'cascadia-power', status: 'TARIFF_MIGRATION' }],
      },
    ],
  })
  const first = await panel('connections')
  expect(first).toContain('1 at Harrow Lane Hotels')
  expect(first).toContain(`data-status-of="${company?.connectionIds[0]}"`)
  expect(first).toContain('PASSWORD_INCORRECT')
  expect(first).not.toContain('TARIFF_MIGRATION')
  const second = await panel('connections', `?company=${other?.id}`)
  expect(second).toContain('TARIFF_MIGRATION')
  expect(second).toContain('data-g="unknown"')
  expect(second).not.toContain('PASSWORD_INCORRECT')
})

test('a long list ends in how many more there are, and is shown in full on demand', async () => {
  const { look, panel } = openConsole(
    {},
    Array.from({ length: 101 }, () => BROKEN),
  )
  const rows = (markup: string) => markup.match(/data-status-of=/g)?.length
  expect(rows(await look())).toBe(50)
  expect(await panel('connections')).toContain('51 more')
  expect(rows(await look('?full='))).toBe(101)
})

test.each([
  ['Use up', 'FULFILLED'],
  ['Expire', 'EXPIRED'],
  ['Revoke', 'REVOKED'],
])('an active invitation: %s makes it %s, and its buttons go', async (name, status) => {
  const { invite, look, panel, press } = openConsole()
  const { id, token } = await invite({ expiresInSeconds: 3600, maxUses: 1 })
  const before = await panel('invitations')
  expect(before).toContain('1 active of 1')
  expect(await press(before, name)).toBe(200)
  const after = await panel('invitations')
  expect(after).toContain(status)
  expect(after).toContain(id.slice(0, 4))
  expect(after).not.toContain('data-call')
  expect(await look()).not.toContain(token)
})

test('mails: one for each address of an invitation that asked for it', async () => {
  const { invite, panel } = openConsole()
  await invite({ allowedEmails: ['unasked@example.com'] })
  await invite({ sendEmail: true, allowedEmails: ['a@example.com', 'b@example.com'] })
  const mails = await panel('mails')
  expect(mails).toContain('2 sent')
  expect(mails).toContain('a@example.com')
  expect(mails).toContain('b@example.com')
  expect(mails).not.toContain('unasked')
})

test('the clock is frozen, moved on to what is due next, and let go again', async () => {
  const { invite, look, panel, press, control } = openConsole()
  const { id } = await invite({ expiresInSeconds: 3600 })
  expect(await press(await look(), 'Freeze')).toBe(200)
  expect(await look()).toContain('<em>Frozen</em>')
  expect(await press(await look(), `${id.slice(0, 4)} ends, 1 h`)).toBe(200)
  expect(await panel('invitations')).toContain('EXPIRED')
  expect(await press(await look(), 'Run')).toBe(200)
  expect((await control.time()).frozen).toBe(false)
  expect(await look()).toContain('<em>1 h ahead</em>')
  expect(await press(await look(), '10 seconds less')).toBe(200)
  expect((await control.time()).skewMs).toBe(-10_000)
})

test('faults are switched on and off; one that no switch is for gets a row of its own', async () => {
  const { panel, press, control } = openConsole()
  const faults = () => panel('faults', '?view=traffic')
  const switches = buttonsOf(await faults()).filter(({ call }) => call === 'addFault')
  expect(switches.length).toBeGreaterThan(3)
  for (const { text } of switches) expect(await press(await faults(), text)).toBe(200)
  expect(await control.faults()).toHaveLength(switches.length)
  expect(await faults()).not.toContain('aria-checked="false"')
  expect(await press(await faults(), 'Latency on GET')).toBe(200)
  expect(await control.faults()).toHaveLength(switches.length - 1)
  await control.addFault({ kind: 'truncated' })
  expect(await faults()).toContain('Half of the answer')
  expect(await press(await faults(), 'All off')).toBe(200)
  expect(await control.faults()).toEqual([])
})

test('deliveries: what was refused stands out, and is sent again with the same id', async () => {
  const sent: string[] = []
  let status = 500
  const { company, look, panel, press, control } = openConsole({
    webhook: { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0' },
    fetch: async (_, init) => {
      sent.push(new Headers(init?.headers).get('svix-id') ?? '')
      return new Response(null, { status })
    },
  })
  await control.setConnectionStatus({ connectionId: company?.connectionIds[0] ?? '', status: 'CONNECTED' })
  await expect.poll(() => look()).toContain('2 failing')
  const refused = await look('?view=traffic')
  const [newest] = (await control.deliveries()).slice(-1)
  expect(await panel('deliveries', '?view=traffic')).toContain('2 failing of 2')
  expect(refused).toContain('try 1, refused')
  status = 204
  expect(await press(refused, 'Send again')).toBe(200)
  expect(sent).toEqual([sent[0], newest?.id, newest?.id])
  expect(await look('?view=traffic')).toContain('1 failing of 2')
})

test('reset empties everything, and the empty page says so', async () => {
  const { invite, look, press } = openConsole()
  await invite()
  expect(await press(await look(), 'Reset the sandbox')).toBe(200)
  for (const view of ['', '?view=traffic', '?view=sign-ins&company=gone&delivery=gone']) {
    expect(await look(view)).not.toContain('Harrow')
  }
  expect(await look()).toContain('None yet. Seed some')
})

test('links and secrets stay in the process, and so does a key of its own choice', async () => {
  const { sandbox, control, company, look } = openConsole({
    apiKeys: ['of-my-own'],
    webhook: { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0' },
    fetch: async () => new Response(),
  })
  const created = await sandbox.fetch(
    new Request(`${ORIGIN}/v2.2/invitation/company/${company?.id}`, {
      method: 'POST',
      headers: { 'X-API-Key': 'of-my-own' },
      body: JSON.stringify({ sendEmail: true, allowedEmails: ['ana@example.com'] }),
    }),
  )
  const { token } = await created.json()
  const [mail] = await control.mails()
  await control.setConnectionStatus({ connectionId: company?.connectionIds[0] ?? '', status: 'CONNECTED' })
  expect(await look()).toContain('ana@example.com')
  for (const view of ['', '?view=traffic', '?view=sign-ins']) {
    const markup = await look(view)
    for (const secret of ['of-my-own', 'c2VjcmV0', token, mail?.id]) expect(markup).not.toContain(secret)
  }
})

test('names are text, whatever they hold, and no address breaks the page', async () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`
  const { control, look } = openConsole()
  const [company] = await control.seed({
    companies: [
      { name: hostile, externalId: hostile, connections: [{ provider: 'cascadia-power', status: hostile }] },
    ],
  })
  const query = new URLSearchParams({
    company: company?.id ?? '',
    view: hostile,
    lane: hostile,
    delivery: hostile,
  })
  const markup = await look(`?${query}`)
  expect(markup).toContain('&lt;img src=x')
  expect(markup).not.toContain('<img')
})
