import type { Permissions } from '@nectar-connect/contract/wire'
import type * as z from 'zod/mini'
import type { RuntimeCapabilities } from '../app/runtime.ts'
import type { Log } from '../lib/log.ts'

/** Who is asking, checked. */
export interface User {
  companyId: string
  userId: string
  /** Null if the host did not say. */
  userName: string | null
  userEmail: string | null
  permissions: Permissions
  administratorNames: string[]
}

/** What a route gets with a request. Its dependencies are passed when it is created. */
export interface RequestContext {
  /** Every line carries the reference. */
  log: Log
  /** For its headers, address and signal; bodies are read by `readBody`. */
  request: Request
  runtime: RuntimeCapabilities
  user: User
  /** The uuid in the path, in lower case; empty for a path without one. */
  id: string
  /** The JSON body. @throws NectarConnectError */
  readBody<T extends z.ZodMiniType>(schema: T): Promise<z.output<T>>
  /** Refuses any body but an empty one or `{}`. @throws NectarConnectError */
  readNoBody(): Promise<void>
}

interface RouteBase {
  method: 'GET' | 'POST'
  /** Under the base path; `:id` stands for a uuid. */
  path: string
}

export type Route =
  /** For anybody. */
  | (RouteBase & { access: 'public'; run(context: { log: Log }): Promise<unknown> })
  /** For Nectar's deliveries: a signature stands in for session, origin and protocol. */
  | (RouteBase & {
      access: 'signature'
      run(context: { log: Log; request: Request; runtime: RuntimeCapabilities }): Promise<unknown>
    })
  /** For a signed-in user with a company who has at least one of the `permissions`. */
  | (RouteBase & {
      access: 'user'
      permissions: readonly (keyof Permissions)[]
      run(context: RequestContext): Promise<unknown>
    })
