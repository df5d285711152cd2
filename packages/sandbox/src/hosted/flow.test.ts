import { nectarConnection, nectarInvitationDetail } from '@nectar-connect/contract/nectar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SANDBOX_PASSWORD, SANDBOX_SLOW_USERNAME, SANDBOX_USERNAME } from '../index.ts'
import { createBench } from '../testing/bench.ts'
import { visit, walkThrough } from '../testing/visitor.ts'

const good = { username: SANDBOX_USERNAME, password: SANDBOX_PASSWORD }
const broken = [{ provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT' }]

test.each([
  ['the documented login', good, 'CONNECTED'],
  ['a wrong password', { ...good, password: 'secret-1' }, 'PASSWORD_INCORRECT'],
  ['another username', { ...good, username: 'dana' }, 'PASSWORD_INCORRECT'],
  ['the slow login', { ...good, username: SANDBOX_SLOW_USERNAME }, 'PENDING'],
])('%s is received, and ends %s', async (_, login, outcome) => {
  const { sandbox, company, invite, api, time } = createBench()
  const invitation = await invite({ maxUses: 1 })
  const done = await walkThrough(sandbox, invitation.invitationUrl, login, company.siteIds.slice(0, 2))
  expect(done.heading).toBe('Details received')
  expect(done.markup).not.toMatch(/connected/i)
  expect(done.markup).toContain('2 sites')

  const read = async () =>
    nectarInvitationDetail.parse((await api('GET', `/invitation/${invitation.id}`)).body).invitation
  const before = await read()
  expect(before).toMatchObject({
    status: 'FULFILLED',
    useCount: 1,
    createdConnections: [{ status: 'PENDING' }],
  })
  time.advance(3999)
  expect((await read()).createdConnections[0]?.status).toBe('PENDING')
  time.advance(1)
  const made = (await read()).createdConnections[0]
  expect(made).toMatchObject({ status: outcome, datasourceName: 'Cascadia Power & Light' })

  const connection = nectarConnection.parse((await api('GET', `/connection/${made?.id}/details`)).body)
  expect(connection).toMatchObject({
    username: login.username,
    initialSites: company.siteIds.slice(0, 2),
    initialDatasourceTypes: ['ELECTRICITY'],
    dataCollectionStartDate: '2025-01-01',
  })
})

test('the audit log holds views and uses, in order', async () => {
  const { sandbox, company, invite, api } = createBench()
  const invitation = await invite()
  await visit(sandbox, invitation.invitationUrl)
  await walkThrough(sandbox, invitation.invitationUrl, good, company.siteIds)
  const { audit } = nectarInvitationDetail.parse((await api('GET', `/invitation/${invitation.id}`)).body)
  expect(audit.map(({ name }) => name)).toEqual(['viewed', 'viewed', 'used'])
})

test('reconnecting starts at sign-in, keeps the connection and its status until the check', async () => {
  const { sandbox, company, invite, api, time } = createBench({}, broken)
  const id = company.connectionIds[0]
  const invitation = await invite({ maxUses: 1 }, `/invitation/connection/${id}`)
  const signIn = await visit(sandbox, invitation.invitationUrl)
  expect(signIn.heading).toBe('Sign in to your utility')
  expect(signIn.markup).toContain('Coast Range Gas')
  const done = await signIn.send({ action: 'next', ...good })
  expect(done.heading).toBe('Details received')

  const detail = async () => (await api('GET', `/connection/${id}/details`)).body
  expect(await detail()).toMatchObject({ status: 'PASSWORD_INCORRECT', username: SANDBOX_USERNAME })
  expect((await api('GET', `/invitation/${invitation.id}`)).body).toMatchObject({
    status: 'FULFILLED',
    useCount: 1,
    createdConnections: [],
  })
  time.advance(4000)
  expect(await detail()).toMatchObject({ status: 'CONNECTED', initialSites: company.siteIds })
  expect((await sandbox.control.snapshot()).connections).toHaveLength(1)
})

test('a second sign-in calls off the check of the first', async () => {
  const { sandbox, company, invite, time } = createBench({}, [
    { provider: 'coast-range-gas', status: 'WEBSITE_DOWN' },
  ])
  const invitation = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const status = async () => (await sandbox.control.snapshot()).connections[0]?.status
  const open = () => visit(sandbox, invitation.invitationUrl)
  await (await open()).send({ action: 'next', username: 'dana', password: 'mistyped' })
  time.advance(1000)
  await (await open()).send({ action: 'next', ...good })
  time.advance(3500)
  expect(await status()).toBe('WEBSITE_DOWN')
  time.advance(500)
  expect(await status()).toBe('CONNECTED')
})

test.each([
  ['url', { url: 'https://nectarclimate.com' }, 'Nectar Sandbox Utility'],
  ['datasourceId', { datasourceId: 'highline-steam' }, 'Highline District Steam'],
])('a prefilled %s skips the search', async (_, prefill, name) => {
  const { sandbox, invite } = createBench()
  const page = await visit(sandbox, (await invite({ prefill })).invitationUrl)
  expect(page.heading).toBe('Sign in to your utility')
  expect(page.markup).toContain(name)
  expect(page.markup).not.toContain('Find your utility')
})

test('the rest of the prefill is filled in', async () => {
  const { sandbox, company, invite } = createBench()
  const prefill = {
    url: 'https://ladwp.com',
    initialSites: company.siteIds.slice(0, 1),
    utilityTypes: ['WATER'],
    connectionOwnerEmail: 'dana@harrowlane.example',
    dataCollectionStartDate: '2024-02-29',
  }
  const signIn = await visit(sandbox, (await invite({ prefill })).invitationUrl)
  const { markup } = await signIn.send({ action: 'next', ...good })
  expect(markup).toContain('value="dana@harrowlane.example"')
  expect(markup).toContain('value="2024-02-29"')
  const checked = [...markup.matchAll(/value="([^"]+)" checked/g)].map((match) => match[1])
  expect(checked).toEqual([...company.siteIds.slice(0, 1), 'WATER'])
})

test('an unlisted utility is looked up by its address and confirmed', async () => {
  const { sandbox, invite } = createBench()
  const find = await visit(sandbox, (await invite()).invitationUrl)
  const address = await find.send({ provider: 'not-listed' })
  const wrong = await address.send({ action: 'look-up', address: 'not an address' })
  expect(wrong.markup).toMatch(/id="address-error">This is not a web address/)
  expect(wrong.markup).toContain('aria-describedby="address-error" aria-invalid="true"')
  const known = await wrong.send({ action: 'look-up', address: 'nectarclimate.com' })
  expect(known.markup).toContain('Nectar Sandbox Utility')
  const unknown = await known.send({ action: 'look-up', address: 'https://bills.elsewhere.example/login' })
  expect(unknown.markup).toContain('This address is new to us')
  const signIn = await unknown.send({ action: 'confirm' })
  expect(signIn.heading).toBe('Sign in to your utility')
  expect(signIn.markup).toContain('bills.elsewhere.example')
})

test('the search works without script', async () => {
  const { sandbox, invite } = createBench()
  const find = await visit(sandbox, (await invite()).invitationUrl)
  const result = await find.send({ action: 'search', q: 'WATER' })
  expect(result.markup).toContain('4 utilities')
  expect((await find.send({ action: 'search', q: 'zzz' })).markup).toContain('No utility found')
})

test('what is missing is said at its field, and what was typed stays, but the password', async () => {
  const { sandbox, company, invite } = createBench()
  const find = await visit(sandbox, (await invite()).invitationUrl)
  const signIn = await find.send({ provider: 'cascadia-power' })
  const half = await signIn.send({ action: 'next', username: 'dana', password: '' })
  expect(half.title).toMatch(/^Error: /)
  expect(half.markup).toMatch(/id="password-error"/)
  expect(half.markup).toContain('value="dana"')
  const configure = await half.send({ action: 'next', ...good })
  const empty = await configure.send({ action: 'next', since: '2999-01-01', owner: 'x' })
  for (const name of ['site', 'type', 'since', 'owner']) {
    expect(empty.markup).toContain(`id="${name}-error"`)
  }
  const typed = await empty.send({
    action: 'next',
    site: '00000000-0000-4000-8000-000000000000',
    type: 'WATER',
  })
  expect(typed.markup).toContain('id="site-error"')
  const back = await typed.send({ action: 'back' })
  expect(back.heading).toBe('Sign in to your utility')
  const again = await back.send({ action: 'next', ...good })
  const done = await again.send({
    action: 'next',
    site: company.siteIds,
    type: ['WATER', 'GAS'],
    since: '',
    owner: '',
  })
  expect(done.heading).toBe('Details received')
})

test.each([
  ['some', 1, ['GAS', 'WATER'], '2024-02-29'],
  ['none', 0, [], 'not a day'],
])('going back from sites and data keeps what was ticked: %s', async (_, amount, type, since) => {
  const { sandbox, company, invite } = createBench()
  const find = await visit(sandbox, (await invite()).invitationUrl)
  const signIn = await find.send({ provider: 'cascadia-power' })
  const configure = await signIn.send({ action: 'next', ...good })
  const site = company.siteIds.slice(0, amount)
  const back = await configure.send({ action: 'back', site, type, since, owner: 'dana@harrowlane.example' })
  expect(back.title).toMatch(/^Sign in/)
  const { markup, title } = await back.send({ action: 'next', ...good })
  expect(title).toMatch(/^Sites and data/)
  const checked = [...markup.matchAll(/value="([^"]+)" checked/g)].map((match) => match[1])
  expect(checked.toSorted()).toEqual([...site, ...type].toSorted())
  expect(markup).toContain(`value="${since}"`)
  expect(markup).toContain('value="dana@harrowlane.example"')
})

test('another utility’s sites and data begin anew', async () => {
  const { sandbox, company, invite } = createBench()
  const find = await visit(sandbox, (await invite()).invitationUrl)
  const signIn = await find.send({ provider: 'cascadia-power' })
  const configure = await signIn.send({ action: 'next', ...good })
  const back = await configure.send({ action: 'back', site: company.siteIds, type: 'WATER' })
  const other = await (await back.send({ action: 'back' })).send({ provider: 'coast-range-gas' })
  const { markup } = await other.send({ action: 'next', ...good })
  const checked = [...markup.matchAll(/value="([^"]+)" checked/g)].map((match) => match[1])
  expect(checked).toEqual(['GAS'])
})

test('sending the last form twice is one use, and skipping steps is none', async () => {
  const { sandbox, company, invite, api } = createBench()
  const invitation = await invite({ maxUses: 1 })
  const find = await visit(sandbox, invitation.invitationUrl)
  const skipped = await find.send({ at: 'configure', action: 'next', site: company.siteIds, type: 'WATER' })
  expect(skipped.heading).toBe('Which utility sends the bills?')
  const signIn = await skipped.send({ provider: 'cascadia-power' })
  const configure = await signIn.send({ action: 'next', ...good })
  const last = { action: 'next', site: company.siteIds, type: 'WATER', since: '', owner: '' }
  await configure.send(last)
  expect((await configure.send(last)).heading).toBe('Details received')
  expect((await api('GET', `/invitation/${invitation.id}`)).body.useCount).toBe(1)
})

test('the password is nowhere: not in pages, snapshots, answers or webhooks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[a-z0-9]{24}$/), async (password) => {
      const sent: string[] = []
      const { sandbox, company, invite, api, time } = createBench({
        webhook: { url: 'http://localhost:1/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' },
        fetch: async (_, init) => {
          sent.push(String(init?.body), JSON.stringify(init?.headers))
          return new Response()
        },
      })
      const invitation = await invite()
      const find = await visit(sandbox, invitation.invitationUrl)
      const signIn = await find.send({ provider: 'cascadia-power' })
      const failed = await signIn.send({ action: 'next', username: '', password })
      const configure = await failed.send({ action: 'next', username: 'dana', password })
      const done = await configure.send({ action: 'next', site: company.siteIds, type: 'WATER' })
      time.advance(5000)
      const everything = JSON.stringify([
        failed.markup,
        configure.markup,
        done.markup,
        sent,
        await sandbox.control.snapshot(),
        (await api('GET', `/invitation/${invitation.id}`)).body,
      ])
      expect(sent).not.toHaveLength(0)
      expect(everything).not.toContain(password)
    }),
    { numRuns: 10 },
  )
})

test('archived sites are not offered', async () => {
  const { sandbox, api } = createBench()
  const sites = [{ name: 'Hall 1' }, { name: 'Hall 2', dataCollectionStopDate: '2025-06-30' }]
  const [company] = await sandbox.control.seed({ companies: [{ name: 'Kestrel', sites }] })
  const made = await api('POST', `/invitation/company/${company?.id}`, {
    prefill: { url: 'https://ladwp.com' },
  })
  const signIn = await visit(sandbox, made.body.invitationUrl)
  const configure = await signIn.send({ action: 'next', ...good })
  expect(configure.markup).toContain('Hall 1')
  expect(configure.markup).not.toContain('Hall 2')
  const archived = company?.siteIds[1] ?? ''
  const refused = await configure.send({ action: 'next', site: archived, type: 'WATER' })
  expect(refused.markup).toContain('Choose at least one site.')
  expect((await api('GET', `/site/${archived}`)).body.dataCollectionStopDate).toBe('2025-06-30')
})
