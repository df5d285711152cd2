import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox } from '@nectar-connect/sandbox'
import type { CompanySlug, Role } from '../../wire/host-api.ts'
import { createDemoHost } from '../create-demo-host.ts'
import { COMPANIES } from '../fixtures/companies.ts'
import { toSeed } from '../to-seed.ts'

export const PUBLIC_ORIGIN = 'http://localhost:4300'
export const HOSTED_ORIGIN = 'http://localhost:4400'
export const API_KEY = 'a-key-that-must-not-be-seen-9f3b'

const NOW = Date.UTC(2026, 10, 24, 13)

export interface TestHost {
  sandbox: Sandbox
  /** Everything that was logged, as text. */
  log: string[]
  /** Calls a route, with a browser's origin unless told otherwise. */
  call(path: string, init?: RequestInit & { cookie?: string }): Promise<Response>
  /** @returns the cookie to send along. */
  signIn(company: CompanySlug, role?: Role): Promise<string>
}

/** Plumbline with the sandbox behind it, in this process, without a port. `fetch` cuts the way between them. */
export async function createTestHost(replaced: { fetch?: typeof fetch } = {}): Promise<TestHost> {
  const now = () => NOW
  const sandbox = createSandbox({ origin: HOSTED_ORIGIN, apiKeys: [API_KEY], now, seed: 1 })
  await sandbox.control.seed({ companies: Object.values(COMPANIES).map((company) => toSeed(company, NOW)) })
  const log: string[] = []
  const write = (message: string, fields: Record<string, unknown>) => {
    log.push(`${message} ${JSON.stringify(fields)}`)
  }
  const { app } = createDemoHost({
    nectarApiOrigin: HOSTED_ORIGIN,
    hostedOrigin: HOSTED_ORIGIN,
    apiKey: API_KEY,
    publicOrigin: PUBLIC_ORIGIN,
    webDir: fileURLToPath(new URL('./web', import.meta.url)),
    fetch: replaced.fetch ?? ((input, init) => sandbox.fetch(new Request(input, init))),
    now,
    logger: { debug: write, info: write, warn: write, error: write },
  })

  async function call(path: string, { cookie, ...init }: RequestInit & { cookie?: string } = {}) {
    const headers = new Headers({ origin: PUBLIC_ORIGIN, ...(cookie !== undefined && { cookie }) })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    return app.request(`${PUBLIC_ORIGIN}${path}`, { ...init, headers })
  }

  return {
    sandbox,
    log,
    call,
    async signIn(company, role = 'manage') {
      const response = await call('/session', postJson({ company, role }))
      return response.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}

export function postJson(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
