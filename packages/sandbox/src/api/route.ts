import type { Context, Hono } from 'hono'
import { applyApiFaults } from '../faults/apply-faults.ts'
import type { Faults } from '../faults/faults.ts'
import { type CompanyRecord, isInScope, type KeyScope } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { ApiFailure, readId } from './api-failure.ts'

export interface Call {
  request: Request
  query: URLSearchParams
  /**
   * Looks up what a path parameter names.
   *
   * @throws ApiFailure 400 for something that is no UUID, 404 for an unknown one, 403 for one that the key does not see
   */
  find<T extends Owned>(records: ReadonlyMap<string, T>, what: string, name: string): T
  /** The companies that the key sees; null: all. */
  scope: KeyScope
  /** Such as `v2.2`. */
  version: string
}

type Owned = CompanyRecord | { companyId: string }

/** @returns the body of the answer */
export type Handler = (call: Call) => unknown

/** @param status of an answer that went well; default: 200 */
export type Route = (method: 'GET' | 'POST', pattern: string, handler: Handler, status?: 201) => void

/** The versions of the API; all of them serve the same. */
const VERSIONS = ['v2.2', 'v2.1', 'v2'] as const

/**
 * Mounts routes under every version. Each call is counted under its pattern, meets its faults, then the key is
 * checked, then the handler runs.
 */
export function createRouter(state: SandboxState, faults: Faults, app: Hono): Route {
  return (method, pattern, handler, status) => {
    const route = `${method} ${pattern}`
    faults.routes.add(route)
    for (const version of VERSIONS) {
      const path = `/${version}${pattern.replaceAll(/\{(\w+)\}/g, ':$1')}`
      app.on(method, path, (context) => {
        state.requests.set(route, (state.requests.get(route) ?? 0) + 1)
        return applyApiFaults(faults, route, context.req.raw, async () => {
          const body = await answerCall(state, context, version, handler)
          return body instanceof ApiFailure
            ? Response.json({ detail: body.detail }, { status: body.status })
            : Response.json(body, { status: status ?? 200 })
        })
      })
    }
  }
}

async function answerCall(state: SandboxState, context: Context, version: string, handler: Handler) {
  try {
    const request = context.req.raw
    const scope = requireKey(state, request)
    return await handler({
      request,
      query: new URL(context.req.url).searchParams,
      find(records, what, name) {
        const found = readId(records, what, context.req.param(name) ?? '')
        requireScope(state, scope, found)
        return found
      },
      scope,
      version,
    })
  } catch (error) {
    if (error instanceof ApiFailure) return error
    throw error
  }
}

function requireKey(state: SandboxState, request: Request): KeyScope {
  const key = request.headers.get('x-api-key')
  if (key === null) throw new ApiFailure(401, 'The X-API-Key header is missing.')
  const scope = state.apiKeys.get(key)
  if (scope === undefined) throw new ApiFailure(401, 'The API key is not active in this environment.')
  return scope
}

function requireScope(state: SandboxState, scope: KeyScope, found: Owned): void {
  const company = 'companyId' in found ? state.companies.get(found.companyId) : found
  if (company !== undefined && isInScope(scope, company)) return
  throw new ApiFailure(403, 'The API key does not reach this company.')
}
