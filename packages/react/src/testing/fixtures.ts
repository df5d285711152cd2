import type { ConnectionView } from '@nectar-connect/contract/wire'

/** ISO 8601. How a status is told depends on how old it is. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString()
}

const BASE: ConnectionView = {
  id: 'a6c70a54-34e7-4277-80b0-412869ce087c',
  status: 'CONNECTED',
  isActive: true,
  providerName: 'Coast Range Gas',
  providerUrl: 'https://my.coastrange.example',
  country: 'US',
  utilityTypes: ['GAS'],
  sites: [{ id: '67e72ddf-9e9c-42b6-81da-13c1130c691a', name: 'The Alder' }],
  createdAt: '2026-11-02T05:31:56Z',
  statusAt: '2026-11-18T05:31:56Z',
  statusSince: null,
  updatedAt: '2026-11-18T05:31:56Z',
}

/** A connection like any other, but for what the case is about. */
export function connection(overrides: Partial<ConnectionView> = {}): ConnectionView {
  return { ...BASE, ...overrides }
}

function site(index: number) {
  return { id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, name: `Hotel ${index}` }
}

/** One of each documented status, an inactive one, an unknown one, and a very long name. */
export const MIXED: ConnectionView[] = [
  connection({ id: id(1), status: 'PASSWORD_INCORRECT', sites: [site(1), site(2), site(3)] }),
  connection({
    id: id(2),
    status: 'MFA_TOKEN_EXPIRED',
    providerName: 'Three Rivers Water District',
    utilityTypes: ['WATER'],
    sites: [site(4), site(5)],
  }),
  connection({
    id: id(3),
    status: 'PENDING',
    providerName: 'Highline District Steam',
    utilityTypes: ['DISTRICT'],
    statusAt: hoursAgo(20),
  }),
  connection({
    id: id(4),
    status: 'WEBSITE_DOWN',
    providerName: 'Sierra Crest Energy',
    utilityTypes: ['ELECTRICITY', 'GAS'],
    sites: [site(6), site(7)],
    statusAt: hoursAgo(30),
  }),
  connection({ id: id(5), providerName: 'Puget Meadow Energy', utilityTypes: ['ELECTRICITY'] }),
  connection({ id: id(6), providerName: 'Ironwood Waste', utilityTypes: ['WASTE'] }),
  connection({
    id: id(7),
    providerName: 'Stadtwerke Heidelberg Energie und Wasserversorgung Gesellschaft mit beschränkter Haftung',
    utilityTypes: ['ELECTRICITY', 'WATER', 'GAS'],
    sites: [site(8), site(9)],
  }),
  connection({
    id: id(8),
    isActive: false,
    providerName: 'Lakeshore Municipal Utilities',
    utilityTypes: ['WATER'],
  }),
  connection({
    id: id(9),
    status: 'PROVIDER_MIGRATION',
    providerName: 'Baywater Cooperative',
    utilityTypes: ['WATER'],
  }),
  connection({
    id: id(10),
    status: 'URL_INACCESSIBLE',
    providerName: 'Cascadia Power & Light',
    utilityTypes: ['SOLAR'],
  }),
]

function id(index: number): string {
  return `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}`
}
