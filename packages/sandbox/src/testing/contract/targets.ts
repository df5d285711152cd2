import { NECTAR_API_ORIGIN } from '@nectar-connect/contract/nectar'
import { NECTAR_HOSTED_ORIGIN } from '@nectar-connect/contract/wire'
import { DEFAULT_API_KEY, SANDBOX_PASSWORD, SANDBOX_USERNAME } from '../../index.ts'
import { createBench, ORIGIN } from '../bench.ts'
import { walkThrough } from '../visitor.ts'

/** An API to hold against the contract. */
export interface ContractTarget {
  name: string
  apiOrigin: string
  hostedOrigin: string
  apiKey: string
  fetch(request: Request): Promise<Response>
  /** A company that may be worked with; null: the first of the list. */
  companyId: string | null
  /** What only something that can be thrown away allows; null where companies and connections stay for good. */
  disposable: {
    /** Signs in on the hosted page with Nectar's own sandbox login. */
    use(invitationUrl: string, siteIds: string[]): Promise<void>
    /** Lets the check of that sign-in end. */
    finishChecks(): void
  } | null
}

/** The sandbox in this process, with a company of two pages of connections. */
export function sandboxTarget(): ContractTarget {
  const { sandbox, company, time } = createBench({}, [
    { provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT', ownerEmail: 'dana@harrowlane.example' },
    { provider: 'three-rivers-water', status: 'CONNECTED', sites: ['s1'] },
  ])
  return {
    name: 'the sandbox',
    apiOrigin: ORIGIN,
    hostedOrigin: ORIGIN,
    apiKey: DEFAULT_API_KEY,
    fetch: (request) => sandbox.fetch(request),
    companyId: company.id,
    disposable: {
      async use(invitationUrl, siteIds) {
        const login = { username: SANDBOX_USERNAME, password: SANDBOX_PASSWORD }
        await walkThrough(sandbox, invitationUrl, login, siteIds)
      },
      finishChecks: () => time.advance(4000),
    },
  }
}

/**
 * The real API, when the environment names a key of Nectar's sandbox environment: `NECTAR_CONTRACT_KEY`, and
 * optionally `NECTAR_CONTRACT_COMPANY`, `NECTAR_CONTRACT_ORIGIN` and `NECTAR_CONTRACT_HOSTED_ORIGIN`.
 */
export function realTarget(env: Record<string, string | undefined>): ContractTarget | null {
  const apiKey = env.NECTAR_CONTRACT_KEY
  if (!apiKey) return null
  return {
    name: 'the real API',
    apiOrigin: env.NECTAR_CONTRACT_ORIGIN ?? NECTAR_API_ORIGIN,
    hostedOrigin: env.NECTAR_CONTRACT_HOSTED_ORIGIN ?? NECTAR_HOSTED_ORIGIN,
    apiKey,
    fetch: (request) => fetch(request),
    companyId: env.NECTAR_CONTRACT_COMPANY ?? null,
    disposable: null,
  }
}
