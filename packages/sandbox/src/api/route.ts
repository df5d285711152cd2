import type { Context, Hono } from 'hono'
import type { World } from '../core/world.ts'
import { meetApiFaults } from '../faults/meet-api-faults.ts'
import { ApiFailure } from './answer.ts'
import { type AnswerSchema, assertAnswer, ContractBroken } from './assert-answer.ts'

export interface Call {
  request: Request
  query: URLSearchParams
  /** A path parameter, as it came. */
  param(name: string): string
  /** Such as `v2.2`. */
  version: string
}

export interface Answer {
  status: 200 | 201
  body: unknown
  /** What the contract says about the body. */
  schema?: AnswerSchema
}

export type Handler = (call: Call) => Answer | Promise<Answer>
export type Route = (method: 'GET' | 'POST', pattern: string, handler: Handler) => void

/** The versions of the API; all of them serve the same. */
const VERSIONS = ['v2.2', 'v2.1', 'v2'] as const

/**
 * Mounts routes under every version. Each call is counted under its pattern, meets its faults, then the key is
 * checked, then the handler runs.
 */
export function createRouter(world: World, app: Hono): Route {
  return (method, pattern, handler) => {
    const route = `${method} ${pattern}`
    world.faults.routes.add(route)
    for (const version of VERSIONS) {
      const path = `/${version}${pattern.replaceAll(/\{(\w+)\}/g, ':$1')}`
      app.on(method, path, (context) => {
        countRequest(world, route)
        return meetApiFaults(world, route, context.req.raw, () =>
          answerCall(world, context, version, handler),
        )
      })
    }
  }
}

async function answerCall(world: World, context: Context, version: string, handler: Handler) {
  try {
    requireKey(world, context.req.raw)
    const { status, body, schema } = await handler({
      request: context.req.raw,
      query: new URL(context.req.url).searchParams,
      param: (name) => context.req.param(name) ?? '',
      version,
    })
    if (schema !== undefined && world.options.checkAnswers) assertAnswer(schema, body)
    return Response.json(body, { status })
  } catch (error) {
    if (error instanceof ApiFailure) {
      return Response.json({ detail: error.message }, { status: error.status })
    }
    if (error instanceof ContractBroken) return Response.json({ detail: error.message }, { status: 500 })
    throw error
  }
}

function requireKey(world: World, request: Request): void {
  const key = request.headers.get('x-api-key')
  if (key === null) throw new ApiFailure(401, 'The X-API-Key header is missing.')
  if (!world.options.apiKeys.includes(key)) {
    throw new ApiFailure(401, 'The API key is not active in this environment.')
  }
}

function countRequest(world: World, route: string): void {
  world.state.requests.set(route, (world.state.requests.get(route) ?? 0) + 1)
}
