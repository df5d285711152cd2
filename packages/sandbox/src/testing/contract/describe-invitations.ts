import {
  nectarConnectionPage,
  nectarInvitation,
  nectarInvitationDetail,
} from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { expect, test } from 'vitest'
import type { createContractClient } from './contract-client.ts'
import type { ContractTarget } from './targets.ts'

/** What Nectar documents about invitations. What it does not say is not asked for. */
export function describeInvitations(target: ContractTarget, client: ReturnType<typeof createContractClient>) {
  const { call, read, invite, companyId, listInvitations } = client

  test('a contributor invitation has the documented fields', async () => {
    const company = await companyId()
    const prefill = { url: 'https://nectarclimate.com', country: 'US', utilityTypes: ['ELECTRICITY'] }
    const { raw, invitation } = await invite(`/invitation/company/${company}`, {
      expiresInSeconds: 3600,
      maxUses: 1,
      prefill,
    })
    expect(Object.keys(Object(raw))).toEqual(expect.arrayContaining(Object.keys(samples.invitation)))
    expect(raw).toMatchObject({ prefill, createdConnections: [], allowedEmails: [] })
    expect(invitation).toMatchObject({
      invitationType: 'CREATE_CONNECTION',
      status: 'ACTIVE',
      companyId: company,
      connectionId: null,
      maxUses: 1,
      useCount: 0,
    })
    expect(invitation.invitationUrl).toBe(`${target.hostedOrigin}/p/i/${invitation.token}`)
    const life = Date.parse(invitation.expiresAt ?? '') - Date.parse(invitation.createdAt ?? '')
    expect(Math.abs(life - 3_600_000)).toBeLessThan(60_000)
  })

  test('without limits it never expires and may be used at will', async () => {
    const { invitation } = await invite(`/invitation/company/${await companyId()}`, {})
    expect(invitation).toMatchObject({ status: 'ACTIVE', expiresAt: null, maxUses: null })
  })

  test('allowed addresses are kept', async () => {
    const allowedEmails = ['contract@nectar-connect.example']
    const { invitation } = await invite(`/invitation/company/${await companyId()}`, { allowedEmails })
    expect(invitation.allowedEmails).toEqual(allowedEmails)
  })

  test.each([
    ['a life of less than a minute', { expiresInSeconds: 59 }],
    ['no use at all', { maxUses: 0 }],
    ['an address that is none', { allowedEmails: ['nobody'] }],
  ])('%s is refused', async (_, request) => {
    const { status, body } = await call('POST', `/invitation/company/${await companyId()}`, request)
    expect([400, 422]).toContain(status)
    expect(body).toHaveProperty('detail')
  })

  test('several mistakes at once are refused, in a sentence or field by field', async () => {
    const request = { expiresInSeconds: 1, maxUses: 0 }
    const { status, body } = await call('POST', `/invitation/company/${await companyId()}`, request)
    expect([400, 422]).toContain(status)
    const { detail } = Object(body)
    expect(typeof detail === 'string' || Array.isArray(detail)).toBe(true)
    expect(detail.length).toBeGreaterThan(0)
  })

  test('it is read by its id and found in the list', async () => {
    const company = await companyId()
    const { invitation } = await invite(`/invitation/company/${company}`, { maxUses: 1 })
    const detail = nectarInvitationDetail.parse(await read(`/invitation/${invitation.id}`))
    expect(detail.invitation).toEqual(invitation)
    expect((await listInvitations(company)).map(({ id }) => id)).toContain(invitation.id)
  })

  test('revoked, it stays so, and its log says so', async () => {
    const { invitation } = await invite(`/invitation/company/${await companyId()}`, {})
    expect((await call('POST', `/invitation/${invitation.id}/revoke`)).status).toBeLessThan(300)
    const detail = nectarInvitationDetail.parse(await read(`/invitation/${invitation.id}`))
    expect(detail.invitation.status).toBe('REVOKED')
    expect(detail.audit.map(({ name }) => name).join()).toMatch(/revoke/)
  })

  test('a reconnect invitation belongs to its connection, where there is one', async () => {
    const company = await companyId()
    const { connections } = nectarConnectionPage.parse(await read(`/connection/company/${company}?limit=1`))
    for (const connection of connections) {
      const { raw, invitation } = await invite(`/invitation/connection/${connection.id}`, { maxUses: 1 })
      expect(invitation).toMatchObject({ invitationType: 'EDIT_CONNECTION', connectionId: connection.id })
      expect(raw).toMatchObject({ prefill: {}, createdConnections: [] })
    }
  })

  const { disposable } = target
  if (disposable === null) return

  test('used, it proves that details were submitted, and nothing more yet', async () => {
    const company = await companyId()
    const { sites } = Object(await read(`/company/${company}`))
    const { invitation } = await invite(`/invitation/company/${company}`, { maxUses: 1 })
    await disposable.use(invitation.invitationUrl ?? '', [String(sites[0].id)])
    const used = nectarInvitation.parse(await read(`/invitation/${invitation.id}`))
    expect(used).toMatchObject({
      status: 'FULFILLED',
      useCount: 1,
      createdConnections: [{ status: 'PENDING', created: expect.any(String) }],
    })
    disposable.finishChecks()
    const id = used.createdConnections[0]?.id
    expect(await read(`/connection/${id}/details`)).toMatchObject({
      status: 'CONNECTED',
      initialSites: [sites[0].id],
      username: 'nectar-sandbox-username',
      accounts: expect.arrayContaining([expect.objectContaining({ status: expect.any(String) })]),
    })
  })
}
