import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  nectarCompanies,
  nectarCompany,
  nectarConnection,
  nectarConnectionPage,
  nectarSite,
} from './connection.ts'
import {
  nectarInvitation,
  nectarInvitationCreate,
  nectarInvitationDetail,
  nectarInvitationPage,
} from './invitation.ts'
import { nectarWebhookConnection, readNectarWebhook } from './webhook.ts'

const { company, connectionCreated, connectionsPage, connectionUpdated, invitation } = samples
const { id: companyId, name } = company
const [connection] = connectionsPage.connections
const { id, status } = connectionCreated
const reduced = { id: invitation.id, status: invitation.status, invitationType: invitation.invitationType }

function optionalFields(schema: { shape: object }, needed: object): string[] {
  return Object.keys(schema.shape).filter((field) => !(field in needed))
}

describe('what Nectar documents is read', () => {
  test('a company, without its e-mail addresses', () => {
    const read = nectarCompany.parse(company)
    expect(read).toMatchObject({
      name: 'Demo Company',
      externalId: '269350a4-8595-42cc-96ee-bf047d093505',
      sites: [{ name: 'California Facility 1', path: ['US', 'CA'], dataCollectionStopDate: null }],
    })
    expect(JSON.stringify(read)).not.toContain('owner@example.com')
  })

  test('an archived site', () => {
    const dataCollectionStopDate = '2024-01-01'
    expect(nectarSite.parse({ ...company.sites[0], dataCollectionStopDate })).toMatchObject({
      dataCollectionStopDate,
    })
  })

  test('a connection', () => {
    expect(nectarConnection.parse(connection)).toMatchObject({
      id: 'a6c70a54-34e7-4277-80b0-412869ce087c',
      status: 'PASSWORD_INCORRECT',
      isActive: true,
      datasource: { name: 'Los Angeles Department of Water and Power', url: 'https://ladwp.com' },
      company: { id: '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c', name: 'Demo Company' },
      statusLastUpdateTime: '2024-09-13T08:02:11Z',
      initialSites: ['67e72ddf-9e9c-42b6-81da-13c1130c691a'],
    })
  })

  test('a page of connections', () => {
    const page = nectarConnectionPage.parse(connectionsPage)
    expect(page).toMatchObject({ totalPages: 1, currentPage: 1, hasNext: false })
    expect(page.connections.map((each) => each.status)).toEqual(['PASSWORD_INCORRECT'])
  })

  test('an invitation', () => {
    expect(nectarInvitation.parse(invitation)).toEqual({ ...invitation, prefill: {} })
  })

  test('a webhook, with the status it changed from and its microseconds', () => {
    expect(readNectarWebhook(connectionUpdated)).toMatchObject({
      connection: {
        old: { status: 'CONNECTED' },
        protectedChanges: ['status'],
        updated: '2024-09-13T08:02:11.410220',
      },
    })
  })

  test.each([
    ['the pattern of the other pages', { hasNext: true, invitations: [invitation] }, true],
    ['items', { items: [invitation], hasNext: false }, false],
    ['results', { count: 1, results: [invitation] }, false],
    ['another name', { companyInvitations: [invitation], hasNext: true }, true],
    ['a bare array', [invitation], false],
  ])('a page of invitations in %s', (_, body, hasNext) => {
    const page = nectarInvitationPage.parse(body)
    expect(page.hasNext).toBe(hasNext)
    expect(page.invitations.map((each) => each.id)).toEqual([invitation.id])
  })

  const at = '2026-11-24T05:40:00Z'
  test.each([
    ['events', { event: 'VIEWED', timestamp: at }, { name: 'viewed', at }],
    ['auditLog', { eventType: 'Viewed', createdAt: at, actor: null }, { name: 'viewed', at }],
    ['history', { action: 'viewed', at }, { name: 'viewed', at }],
    ['log', { type: 'USED', at: 'soon' }, { name: 'used', at: null }],
  ])('the audit log in %s', (field, entry, event) => {
    const { audit } = nectarInvitationDetail.parse({ ...invitation, [field]: [entry, 'junk', null, {}] })
    expect(audit).toEqual([event])
  })

  test('connections that were created, which are no audit log', () => {
    const created = { id: invitation.id, name: 'LADWP', datasourceName: 'LADWP', status: 'PENDING' }
    const detail = nectarInvitationDetail.parse({ ...invitation, createdConnections: [created, { id: 1 }] })
    expect(detail.audit).toEqual([])
    expect(detail.invitation.createdConnections).toMatchObject([
      { datasourceName: 'LADWP', status: 'PENDING' },
    ])
  })

  const later = { ...connectionCreated, updated: '2024-09-06T00:15:44.000001' }
  const [CREATED, UPDATED, VALIDATED] = ['created', 'updated', 'validated'].map(
    (event) => `connection.${event}.v2`,
  )
  test.each([
    ['bare, created', connectionCreated, CREATED, 'CONNECTED'],
    ['bare, updated', connectionUpdated, UPDATED, 'PASSWORD_INCORRECT'],
    ['bare, validated', later, VALIDATED, 'CONNECTED'],
    ['bare, only protectedChanges', { ...later, protectedChanges: ['url'] }, UPDATED, 'CONNECTED'],
    ['bare, only old', { ...later, old: {} }, UPDATED, 'CONNECTED'],
    ['bare, no times', { id, status }, VALIDATED, 'CONNECTED'],
    ['eventType, no company', samples.connectionValidatedNoCompany, VALIDATED, 'CONNECTED'],
    ['eventType wins', { ...connectionUpdated, eventType: VALIDATED }, VALIDATED, 'PASSWORD_INCORRECT'],
    ['envelope', { type: CREATED, data: connectionUpdated }, CREATED, 'PASSWORD_INCORRECT'],
    [
      'envelope, a version to come',
      { type: 'connection.updated.v3', data: connectionUpdated },
      'connection.updated.v3',
      'PASSWORD_INCORRECT',
    ],
  ])('a webhook about a connection: %s', (_, body, type, expected) => {
    expect(readNectarWebhook(body)).toMatchObject({
      kind: 'connection',
      type,
      connection: { id, status: expected },
    })
  })

  test.each([
    ['envelope', { type: 'document.created.v2', data: { id: 1 } }, 'document.created.v2'],
    ['eventType', { eventType: 'document.updated.v2', id, status }, 'document.updated.v2'],
    ['unknown event', { type: 'site.merged.v9', data: {} }, 'site.merged.v9'],
    ['envelope without data', { type: 'document.deleted.v2' }, 'document.deleted.v2'],
  ])('a webhook about something else: %s', (_, body, type) => {
    expect(readNectarWebhook(body)).toMatchObject({ kind: 'other', type })
  })

  test.each([
    [{}],
    [{ expiresInSeconds: 60, maxUses: 1 }],
    [{ allowedEmails: ['a@example.com'], sendEmail: true }],
    [{ prefill: { url: 'https://ladwp.com', country: 'US', dataCollectionStartDate: '2024-01-01' } }],
  ])('the body %j of a create request', (body) => {
    expect(nectarInvitationCreate.parse(body)).toEqual(body)
  })
})

describe('what cannot be read is refused', () => {
  test.each([
    ['a company without an id', nectarCompany, { name }],
    [
      'an error in place of companies: an empty list would invite a second one',
      nectarCompanies,
      { detail: '' },
    ],
    ['no companies', nectarCompanies, null],
    ['a connection without a status', nectarConnection, { id }],
    ['a connection without an id', nectarConnection, { status }],
    ['a connection whose id is none', nectarConnection, { id: 'not-a-uuid', status }],
    ['a connection whose status is null', nectarConnection, { id, status: null }],
    ['an invitation without an id', nectarInvitation, { ...invitation, id: undefined }],
    ['an invitation without a status', nectarInvitation, { ...invitation, status: undefined }],
    ['an invitation without a type', nectarInvitation, { ...invitation, invitationType: undefined }],
    ['a detail that is an error', nectarInvitationDetail, { detail: 'Not found.' }],
    ['a create request that ends too soon', nectarInvitationCreate, { expiresInSeconds: 59 }],
    ['a create request of half a second', nectarInvitationCreate, { expiresInSeconds: 60.5 }],
    ['a create request for no use', nectarInvitationCreate, { maxUses: 0 }],
    ['a create request for nobody', nectarInvitationCreate, { allowedEmails: ['nobody'] }],
    ['a country in lower case', nectarInvitationCreate, { prefill: { country: 'us' } }],
    [
      'a date in another notation',
      nectarInvitationCreate,
      { prefill: { dataCollectionStartDate: '01/01/2024' } },
    ],
    ['prefilled sites, but none', nectarInvitationCreate, { prefill: { sites: [] } }],
    ['a misspelled field', nectarInvitationCreate, { expiresIn: 60 }],
  ])('%s', (_, schema, body) => {
    expect(schema.safeParse(body).success).toBe(false)
  })

  test.each([{}, { detail: 'Not found.' }, null, 'maintenance'])('a page without a list: %j', (body) => {
    expect(nectarConnectionPage.safeParse(body).success).toBe(false)
    expect(nectarInvitationPage.safeParse(body).success).toBe(false)
  })

  test.each([
    ['null', null],
    ['a list', [connectionCreated]],
    ['text', 'connection.created.v2'],
    ['an empty object', {}],
    ['no id', { status }],
    ['no status', { id }],
    ['an id that is none', { id: 'junk', status }],
    ['an envelope around junk', { type: 'connection.created.v2', data: { id } }],
    ['an eventType without a connection', { eventType: 'connection.created.v2', type: 'ELECTRICITY' }],
  ])('a webhook of %s', (_, body) => {
    expect(readNectarWebhook(body)).toBeNull()
  })

  test('without a throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        readNectarWebhook(body)
        nectarConnectionPage.safeParse(body)
        nectarInvitationPage.safeParse(body)
        expect(nectarInvitationDetail.safeParse(body).success).toBe(false)
      }),
    )
  })
})

describe('junk is tolerated', () => {
  test.each([
    ['a company', (body: object) => nectarCompany.parse(body), nectarCompany, { id: companyId, name }],
    ['a connection', (body: object) => nectarConnection.parse(body), nectarConnection, { id, status }],
    ['an invitation', (body: object) => nectarInvitation.parse(body), nectarInvitation, reduced],
    [
      'a webhook',
      (body: object) => (readNectarWebhook(body) as { connection: object }).connection,
      nectarWebhookConnection,
      { id, status },
    ],
  ])('in any field of %s but those that are needed', (_, read, schema, needed) => {
    // Without `fc.string()`, since a webhook's `eventType` decides what it is about.
    const field = fc.constantFrom(...optionalFields(schema, needed), 'more')
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything()), (junk) => {
        expect(read({ ...junk, ...needed })).toMatchObject(needed)
      }),
    )
  })

  test('in an invitation’s count, which stays a number, and in its log', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), fc.anything(), (useCount, field, log) => {
        expect(typeof nectarInvitation.parse({ ...reduced, useCount }).useCount).toBe('number')
        const detail = nectarInvitationDetail.parse({ [field]: log, ...invitation })
        expect(detail.invitation.id).toBe(invitation.id)
      }),
    )
  })

  test('in an active flag, which does not switch the connection off', () => {
    expect(nectarConnection.parse({ id, status })).toMatchObject({ isActive: true, company: null })
    expect(nectarConnection.parse({ id, status, isActive: null }).isActive).toBe(true)
    expect(nectarConnection.parse({ id, status, isActive: false }).isActive).toBe(false)
  })

  test('in a status that is not documented, which is kept', () => {
    expect(nectarInvitation.parse({ ...invitation, status: 'PAUSED' }).status).toBe('PAUSED')
  })

  test('in a list: one item that cannot be read does not cost the others', () => {
    const sites = [{ id: 'junk' }, ...company.sites, null]
    expect(nectarCompany.parse({ ...company, sites }).sites).toHaveLength(1)
    expect(nectarCompanies.parse([company, 'junk'])).toHaveLength(1)
    const connections = [{ id: 'junk' }, ...connectionsPage.connections, 7]
    expect(nectarConnectionPage.parse({ connections, hasNext: true })).toMatchObject({
      hasNext: true,
      connections: [{}],
    })
  })

  test('in an envelope, which ends the pages instead of going round for ever', () => {
    const noFlag = fc.anything().filter((value) => typeof value !== 'boolean')
    fc.assert(
      fc.property(noFlag, fc.anything(), (hasNext, totalPages) => {
        const page = nectarConnectionPage.parse({ ...connectionsPage, hasNext, totalPages })
        expect(page.hasNext).toBe(false)
        expect(page.connections).toHaveLength(1)
      }),
    )
  })
})

describe('secrets and personal data do not survive', () => {
  const secrets = {
    publicCompanyId: 'secret-1',
    connectionMagicLinkSecret: 'secret-2',
    workflowOwnerEmail: 'secret-3@example.com',
    emails: ['secret-4@example.com'],
    users: ['secret-5@example.com'],
    accounts: [{ accountNumber: 'secret-6' }],
    accountIds: ['secret-7'],
    statusErrorDetail: 'secret-8',
  }

  test('in a connection', () => {
    const of = { ...connection?.company, publicId: 'secret-9', users: ['secret-10@example.com'] }
    const read = JSON.stringify(nectarConnection.parse({ ...connection, ...secrets, company: of }))
    expect(read).not.toContain('secret-')
    expect(JSON.stringify(nectarConnection.parse(connection))).not.toContain('do-not-leak-me')
  })

  test('in a webhook', () => {
    const body = {
      ...connectionCreated,
      ...secrets,
      username: 'secret-9',
      company: { ...connectionCreated.company, publicId: 'secret-10' },
      sitesRelations: [
        { ...connectionCreated.sitesRelations[0], accountIds: ['secret-11'], accountNumber: 'secret-12' },
      ],
      old: { status: 'PENDING', username: 'secret-13', emails: ['secret-14@example.com'] },
    }
    expect(JSON.stringify(readNectarWebhook(body))).not.toContain('secret-')
  })
})

describe('what is as usual is read without its schema, and as the schema says', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, 7, true, '', {}, [], 'text', [id], ['text'], [null]),
    fc.constantFrom('2026-02-30T00:00:00', '2026-02-28T00:00:00Z', '2026-02-30T00:00:00Z', id.toUpperCase()),
    fc.anything(),
  )
  /** At most one field is another one, or not there. */
  function vary<T extends object>(usual: T): fc.Arbitrary<T> {
    const field = fc.constantFrom(...Object.keys(usual))
    const without = field.map((name) =>
      Object.fromEntries(Object.entries(usual).filter(([key]) => key !== name)),
    )
    const other = fc.tuple(field, odd).map(([name, value]) => ({ ...usual, [name]: value }))
    return fc.oneof(fc.constant(usual), without, other) as fc.Arbitrary<T>
  }

  test('a webhook', () => {
    const usual = { ...connectionUpdated, old: { status: 'PENDING', url: '' }, protectedChanges: ['status'] }
    const inside = fc.record({ company: vary(usual.company), old: vary(usual.old) })
    const payloads = inside.chain((own) => vary({ ...usual, ...own }))
    fc.assert(
      fc.property(payloads, (payload) => {
        // What says of itself that it is about something else is not read at all.
        fc.pre(!('eventType' in payload) || `${payload.eventType}`.startsWith('connection.'))
        const read = readNectarWebhook(payload)
        const expected = nectarWebhookConnection.safeParse(payload)
        expect(read?.kind === 'connection' ? read.connection : undefined).toEqual(expected.data)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a connection in a list', () => {
    const usual = {
      ...connection,
      username: 'ada',
      externalId: 'ours',
      dataCollectionStartDate: '2024-01-01',
    }
    const datasource = vary({ name: 'LADWP', url: 'https://ladwp.com' })
    const company = vary({ id: companyId, name: 'Demo', externalId: null, publicId: 'secret' })
    const rows = fc.record({ datasource, company }).chain((own) => vary({ ...usual, ...own }))
    fc.assert(
      fc.property(rows, (row) => {
        const read = nectarConnectionPage.parse({ connections: [row] }).connections
        const expected = nectarConnection.safeParse(row)
        expect(read).toEqual(expected.success ? [expected.data] : [])
      }),
      { numRuns: 1_000 },
    )
  })
})
