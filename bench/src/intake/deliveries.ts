import { Webhook } from 'standardwebhooks'

export const SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='

/** What Svix sends: bytes, and headers over them. */
export interface SignedDelivery {
  headers: Record<string, string>
  body: Buffer
}

const COMPANIES = 20
const CONNECTIONS = 200
const STATUSES = ['CONNECTED', 'PASSWORD_INCORRECT']

/** Deliveries of distinct events, counted from `first`; each gives a connection another status at a later time. */
export function signDeliveries(first: number, count: number): SignedDelivery[] {
  const signer = new Webhook(SECRET)
  const now = new Date()
  return Array.from({ length: count }, (_, offset) => {
    const index = first + offset
    const id = `msg_2Yk3s9PzQw7rT5vB${String(index).padStart(11, '0')}`
    const text = JSON.stringify(event(index))
    return {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signer.sign(id, now, text),
      },
      body: Buffer.from(text),
    }
  })
}

/** As Nectar's catalog at Svix shows it. */
function event(index: number) {
  const connection = index % CONNECTIONS
  const turn = Math.floor(index / CONNECTIONS)
  const updated = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString().slice(0, 19)
  return {
    eventType: 'connection.updated.v2',
    company: {
      externalId: uuid(3, connection % COMPANIES),
      id: companyOf(connection),
      name: `Company ${connection % COMPANIES}`,
      publicId: uuid(4, connection % COMPANIES),
    },
    country: 'US',
    created: '2025-09-06T00:15:43.073014',
    datasource: { name: 'Los Angeles Department of Water and Power' },
    emails: ['facilities@customer.example'],
    id: uuid(1, connection),
    old: { status: STATUSES[(turn + 1) % 2] },
    protectedChanges: ['status'],
    sitesRelations: [
      {
        accountIds: ['0137746423'],
        datasourceTypes: ['ELECTRICITY'],
        site: { id: uuid(5, connection), name: 'California Facility 1' },
      },
    ],
    status: STATUSES[turn % 2],
    updated: `${updated}.411220`,
    url: 'https://ladwp.com',
  }
}

export const COMPANY_IDS = Array.from({ length: COMPANIES }, (_, index) => companyOf(index))

function companyOf(connection: number) {
  return uuid(2, connection % COMPANIES)
}

function uuid(kind: number, index: number) {
  return `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
