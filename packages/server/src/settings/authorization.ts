import type { Permissions } from '@nectar-connect/contract/wire'

/** Who is asking, and what they may do. The browser never names a company: this does. */
export interface Authorization {
  /** The company at Nectar (a uuid, see `ensureCompany`); null while the organization has none yet. */
  companyId: string | null
  /** The signed-in user, in the host's own terms. */
  userId: string
  /** Their name, for the colleague who is asked, and for whoever reads the list of invitations. */
  userName?: string
  /** Their e-mail address: where "send the link to my computer" sends it. One that cannot be used counts as none. */
  userEmail?: string
  /** Rights. Left out: all of them. Those that are not named are granted. */
  permissions?: Partial<Permissions>
  /** Names of people who may do what this user may not. They are shown to the user. */
  administratorNames?: string[]
}

/**
 * A request of Node's `http` or `http2`, with what middleware put on it. For the types of your own framework, cast it:
 * `context.req as express.Request`.
 */
export interface NativeRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** What Passport and most others set. */
  readonly user?: unknown
  readonly session?: unknown
  readonly cookies?: unknown
}

/** Hono's context. For the types of your own app, cast it: `context.c as Context<Env>`. */
export interface NativeHonoContext {
  readonly req: { readonly raw: Request }
  readonly env: unknown
  /** What a middleware set: `c.get('user')`. */
  get(key: string): unknown
}

/** The request of the Next.js App Router. For Next's own type, cast it: `context.request as NextRequest`. */
export interface NativeNextRequest extends Request {
  readonly cookies: { get(name: string): { readonly value: string } | undefined }
}

/**
 * How a request got to `authorize`: the adapter, and the request as its framework knows it, for the user or the session
 * that a middleware put on it.
 */
export type AuthorizeContext =
  | { readonly adapter: 'express'; readonly req: NativeRequest }
  | { readonly adapter: 'node'; readonly req: NativeRequest }
  | { readonly adapter: 'fastify'; readonly request: NativeRequest }
  | { readonly adapter: 'hono'; readonly c: NativeHonoContext }
  | { readonly adapter: 'next'; readonly request: NativeNextRequest }
  /** `given` is what the runtime passed after the request: on Workers the environment and the execution context. */
  | { readonly adapter: 'fetch'; readonly given: readonly unknown[] }
  /** `nectar.handler(request)` was called without an adapter. */
  | { readonly adapter: 'none' }
