/**
 * What blocks of code in the documentation use without importing it: a host's own things. Nothing of Nectar Connect
 * belongs in here, but for `nectar` and `sandbox`, which an earlier block of the same page has made.
 */
import type { Sandbox } from '@nectar-connect/sandbox'
import type { NectarConnect, NectarConnectOptions } from '@nectar-connect/server'

interface Session {
  org: { id: string; name: string; nectarCompanyId: string | null }
  user: { id: string; name: string; email: string }
}

interface Mail {
  from: string
  to: string
  subject: string
  text: string
  html: string
  idempotencyKey: string
}

declare global {
  /** Whoever is signed in at the host; null for nobody. */
  function getSession(request: Request): Promise<Session | null>
  /** What a host passes to `createNectarConnect`, where a block is about another option. */
  const authorize: NectarConnectOptions['authorize']
  /** The host's secret store. */
  const secrets: { read(name: string): Promise<string> }
  /** The organization in question, and a user of it. */
  const org: Session['org']
  const user: Session['user']
  /** The host's database. */
  const db: {
    orgs: { update(id: string, values: { nectarCompanyId: string }): Promise<void> }
    utilities: { upsert(row: { id: string; status: string; eventId: string }): Promise<void> }
  }
  /** The host's mail provider. */
  const mailer: { send(mail: Mail): Promise<void> }
  /** The host's ways to tell its users something, and itself. */
  function notify(userId: string, text: string, key: string): Promise<void>
  function toast(text: string): void
  function track(event: string, properties?: Record<string, unknown>): void

  const nectar: NectarConnect
  const sandbox: Sandbox
  /** Ids of a connection and of a company at Nectar. */
  const connectionId: string
  const companyId: string
}
