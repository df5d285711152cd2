import type { Permissions } from '@nectar-connect/contract/wire'
import type * as z from 'zod/mini'
import type { RuntimeCapabilities } from '../app/nectar-connect.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { readId } from '../lib/values.ts'

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

interface UserRoute extends RouteBase {
  access: 'user'
  permissions: readonly (keyof Permissions)[]
  run(context: RequestContext): Promise<unknown>
}

export type Route =
  /** For anybody. */
  | (RouteBase & { access: 'public'; run(): Promise<unknown> })
  /** For Nectar's deliveries: a signature stands in for session, origin and protocol. */
  | (RouteBase & {
      access: 'signature'
      run(context: Pick<RequestContext, 'log' | 'request' | 'runtime'>): Promise<void>
    })
  | UserRoute

/** A route for a signed-in user with a company who has at least one of the `permissions`. */
export function userRoute(
  method: UserRoute['method'],
  path: string,
  permissions: UserRoute['permissions'],
  run: UserRoute['run'],
): Route {
  return { method, path, access: 'user', permissions, run }
}

export interface Match {
  route: Route
  id: string
}

/** Finds the routes of a path, with the id in it; none when there is no such path. */
export type Router = (pathname: string) => readonly Match[]

export function createRouter(routes: readonly Route[], basePath: string): Router {
  const plain = new Map<string, Match[]>()
  const withId = routes.filter(({ path }) => path.includes(':id'))
  for (const route of routes) {
    if (withId.includes(route)) continue
    plain.set(route.path, [...(plain.get(route.path) ?? []), { route, id: '' }])
  }
  return (pathname) => {
    if (!pathname.startsWith(`${basePath}/`)) return []
    // Some frameworks redirect every path to one with a slash at its end.
    const path = pathname.slice(basePath.length).replace(/\/$/, '')
    const known = plain.get(path)
    if (known) return known
    return withId.flatMap((route) => {
      const id = readIdIn(route.path, path)
      return id === null ? [] : [{ route, id }]
    })
  }
}

/** The methods that a path takes, for `Allow` and for a preflight. */
export function methodsOf(matches: readonly Match[]): string {
  const methods = matches.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
  return [...new Set(methods), 'OPTIONS'].join(', ')
}

/** @throws NectarConnectError `not_found`, `method_not_allowed` */
export function pickRoute(matches: readonly Match[], method: string): Match {
  const wanted = method === 'HEAD' ? 'GET' : method
  const match = matches.find(({ route }) => route.method === wanted)
  if (match) return match
  throw new NectarConnectError(matches.length === 0 ? 'not_found' : 'method_not_allowed')
}

/** @returns the id in the path; null when it is another path. */
function readIdIn(pattern: string, path: string): string | null {
  const [before = '', after = ''] = pattern.split(':id')
  if (!path.startsWith(before) || !path.endsWith(after)) return null
  return readId(path.slice(before.length, path.length - after.length))
}
