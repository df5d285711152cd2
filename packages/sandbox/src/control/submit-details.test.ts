import { expect, test } from 'vitest'
import type { SubmittedDetails } from '../index.ts'
import { createBench } from '../testing/bench.ts'

test('an invitation is used as on the hosted page: a pending connection, then the outcome of the check', async () => {
  const { sandbox, time, api, invite, company } = createBench()
  const { id } = await invite({ maxUses: 1 })
  const connectionId = sandbox.control.submitDetails(id)
  expect((await api('GET', `/invitation/${id}`)).body).toMatchObject({
    status: 'FULFILLED',
    useCount: 1,
    createdConnections: [{ id: connectionId, status: 'PENDING' }],
    events: [{ eventType: 'VIEWED' }, { eventType: 'USED' }],
  })
  time.advance(4000)
  expect((await api('GET', `/connection/${connectionId}/details`)).body).toMatchObject({
    status: 'CONNECTED',
    url: 'https://nectarclimate.com',
    username: 'nectar-sandbox-username',
    initialSites: company.siteIds,
  })
})

test('what is entered decides, and what is left out comes from the prefill', async () => {
  const { sandbox, time, api, invite, company } = createBench()
  const { id } = await invite({
    allowedEmails: ['dana@harrowlane.example'],
    prefill: { url: 'https://coastrangegas.example', initialSites: [company.siteIds[2]] },
  })
  const read = async (connectionId: string) => (await api('GET', `/connection/${connectionId}/details`)).body
  const prefilled = sandbox.control.submitDetails(id, { username: 'somebody' })
  expect(await read(prefilled)).toMatchObject({
    datasource: { name: 'Coast Range Gas' },
    initialSites: [company.siteIds[2]],
    initialDatasourceTypes: ['GAS'],
    workflowOwnerEmail: 'dana@harrowlane.example',
  })
  const { id: open } = await invite()
  const entered = sandbox.control.submitDetails(open, {
    provider: 'cascadia-power',
    sites: ['s1', 'Burnside Row'],
    utilityTypes: ['SOLAR'],
    username: 'nectar-sandbox-website-down',
  })
  time.advance(4000)
  expect(await read(prefilled)).toMatchObject({ status: 'PASSWORD_INCORRECT' })
  expect(await read(entered)).toMatchObject({
    status: 'WEBSITE_DOWN',
    datasource: { name: 'Cascadia Power & Light' },
    initialSites: company.siteIds.slice(0, 2),
    initialDatasourceTypes: ['SOLAR'],
  })
})

test('a reconnect keeps its connection, and the old status until the check', async () => {
  const { sandbox, time, api, invite, company } = createBench({}, [
    { provider: 'cascadia-power', status: 'PASSWORD_INCORRECT' },
  ])
  const [connectionId = ''] = company.connectionIds
  const { id } = await invite({}, `/invitation/connection/${connectionId}`)
  expect(sandbox.control.submitDetails(id, { password: 'old' })).toBe(connectionId)
  expect(sandbox.control.submitDetails(id)).toBe(connectionId)
  const status = async () => (await api('GET', `/connection/${connectionId}/details`)).body.status
  expect(await status()).toBe('PASSWORD_INCORRECT')
  time.advance(4000)
  expect(await status()).toBe('CONNECTED')
})

test.each<[string, SubmittedDetails, string]>([
  ['a provider that nobody knows', { provider: 'nowhere' }, 'neither in the catalog'],
  ['a site of somebody else', { sites: ['The Shard'] }, 'no active site "The Shard"'],
  ['a field that there is not', { passwort: 'x' } as SubmittedDetails, '"passwort"'],
])('%s is refused, and the invitation stays as it was', async (_, details, said) => {
  const { sandbox, api, invite } = createBench()
  const { id } = await invite()
  expect(() => sandbox.control.submitDetails(id, details)).toThrow(said)
  expect((await api('GET', `/invitation/${id}`)).body).toMatchObject({ useCount: 0, events: [] })
})

test('an invitation that is over cannot be used', async () => {
  const { sandbox, invite } = createBench()
  const { id } = await invite()
  sandbox.control.revokeInvitation(id)
  expect(() => sandbox.control.submitDetails(id)).toThrow('is REVOKED')
  expect(() => sandbox.control.submitDetails('nope')).toThrow('no invitation nope')
})
