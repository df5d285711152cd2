import { expect, test } from 'vitest'
import type { SandboxControl } from '../index.ts'

type SubmittedDetails = Omit<Parameters<SandboxControl['submitDetails']>[0], 'invitationId'>

import { createBench } from '../testing/bench.ts'

test('an invitation is used as on the hosted page: a pending connection, then the outcome of the check', async () => {
  const { sandbox, time, api, invite, company } = createBench()
  const { id } = await invite({ maxUses: 1 })
  const connectionId = await sandbox.control.submitDetails({ invitationId: id })
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
  const prefilled = await sandbox.control.submitDetails({ invitationId: id, username: 'somebody' })
  expect(await read(prefilled)).toMatchObject({
    datasource: { name: 'Coast Range Gas' },
    initialSites: [company.siteIds[2]],
    initialDatasourceTypes: ['GAS'],
    workflowOwnerEmail: 'dana@harrowlane.example',
  })
  const { id: open } = await invite()
  const entered = await sandbox.control.submitDetails({
    invitationId: open,
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
  expect(await sandbox.control.submitDetails({ invitationId: id, password: 'old' })).toBe(connectionId)
  expect(await sandbox.control.submitDetails({ invitationId: id })).toBe(connectionId)
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
  await expect(sandbox.control.submitDetails({ invitationId: id, ...details })).rejects.toThrow(said)
  expect((await api('GET', `/invitation/${id}`)).body).toMatchObject({ useCount: 0, events: [] })
})

test('an invitation that is over cannot be used', async () => {
  const { sandbox, invite } = createBench()
  const { id } = await invite()
  await sandbox.control.revokeInvitation({ invitationId: id })
  await expect(sandbox.control.submitDetails({ invitationId: id })).rejects.toThrow('is REVOKED')
  await expect(sandbox.control.submitDetails({ invitationId: 'nope' })).rejects.toThrow('no invitation nope')
})
