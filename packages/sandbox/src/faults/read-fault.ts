import * as z from 'zod/mini'
import { SandboxError } from '../lib/errors.ts'
import { explain } from '../lib/read.ts'
import type { SandboxFault } from './types.ts'

export type FaultKind = SandboxFault['kind']
export type FaultSide = 'api' | 'hosted'

/** What each kind is a fault of. */
export const FAULT_SIDES: Readonly<Record<FaultKind, FaultSide>> = {
  latency: 'api',
  status: 'api',
  drop: 'api',
  'lost-answer': 'api',
  html: 'api',
  malformed: 'api',
  truncated: 'api',
  hang: 'api',
  slow: 'hosted',
  'never-loads': 'hosted',
  'refuse-frame': 'hosted',
  'grab-focus': 'hosted',
  'posts-messages': 'hosted',
}

const DEFAULT_ROUTES: Readonly<Record<FaultSide, string>> = { api: '*', hosted: 'hosted' }

const LONGEST_WAIT_MS = 600_000
const ms = z.number().check(z.minimum(0), z.maximum(LONGEST_WAIT_MS))
const reach = {
  route: z.optional(z.string()),
  times: z.optional(z.int().check(z.minimum(1))),
  share: z.optional(z.number().check(z.positive(), z.maximum(1))),
}
const waiting = z.strictObject({ ...reach, kind: z.enum(['latency', 'slow']), ms })
const status = z.strictObject({
  ...reach,
  kind: z.literal('status'),
  code: z.int().check(z.minimum(400), z.maximum(599)),
  detail: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.int().check(z.minimum(0))),
})
const plain = z.strictObject({ ...reach, kind: z.string() })
const named = z.looseObject({ kind: z.string() })

/**
 * Checks a fault and completes its route.
 *
 * @param routes the API's routes
 * @throws SandboxError `invalid`, saying what fits
 */
export function readFault(input: unknown, routes: ReadonlySet<string>): SandboxFault & { route: string } {
  const { kind } = parse(named, input)
  if (!isKind(kind)) {
    throw new SandboxError(
      'invalid',
      `There is no fault "${kind}". The API has ${kindsOf('api')}; the hosted page has ${kindsOf('hosted')}.`,
    )
  }
  const schema = kind === 'status' ? status : kind === 'latency' || kind === 'slow' ? waiting : plain
  const fault = parse(schema, input) as SandboxFault
  const route = fault.route ?? DEFAULT_ROUTES[FAULT_SIDES[kind]]
  assertRoute(kind, route, routes)
  return { ...fault, route }
}

function assertRoute(kind: FaultKind, route: string, routes: ReadonlySet<string>): void {
  if (route !== 'hosted' && route !== '*' && !routes.has(route)) {
    throw new SandboxError(
      'invalid',
      `There is no route "${route}". Take "*" for all of the API, "hosted" for the hosted page, or one of: ${[...routes].join(', ')}.`,
    )
  }
  const side = route === 'hosted' ? 'hosted' : 'api'
  if (FAULT_SIDES[kind] === side) return
  throw new SandboxError(
    'invalid',
    side === 'hosted'
      ? `"${kind}" is a fault of the API and does not fit the hosted page. What fits there: ${kindsOf('hosted')}.`
      : `"${kind}" is a fault of the hosted page and does not fit "${route}". What fits there: ${kindsOf('api')}.`,
  )
}

function parse<T extends z.ZodMiniType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new SandboxError('invalid', `The fault does not fit: ${explain(parsed.error.issues[0])}`)
}

function isKind(kind: string): kind is FaultKind {
  return Object.hasOwn(FAULT_SIDES, kind)
}

function kindsOf(side: FaultSide): string {
  return Object.entries(FAULT_SIDES)
    .filter(([, of]) => of === side)
    .map(([kind]) => kind)
    .join(', ')
}
