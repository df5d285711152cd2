import { createInPageSandbox, type InPageSandbox } from '@nectar-connect/sandbox/page'
import { createNectarConnect } from '@nectar-connect/server'

const HOURS_AGO = new Date(Date.now() - 3 * 3_600_000).toISOString()

/** Nectar, and a host's server with one company, in the page of a story. All of it is thrown away with the page. */
export function sandboxForStory(): InPageSandbox {
  return createInPageSandbox({
    // Long enough to read that details were received, short enough to wait for the outcome.
    checkDelayMs: 3_000,
    brand: { name: 'Plumbline' },
    companies: [
      {
        name: 'Harrow Lane Hotels',
        sites: [{ name: 'The Alder' }, { name: 'Burnside Row' }],
        connections: [{ provider: 'coast-range-gas', status: 'CONNECTED', createdAt: HOURS_AGO }],
      },
    ],
    server: ({ options, companies: [company] }) =>
      createNectarConnect({
        ...options,
        acceptPrefill: ['datasourceId', 'startDate', 'utilityTypes'],
        authorize: () => ({ companyId: company?.id ?? null, userId: 'u-1' }),
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      }),
  })
}
