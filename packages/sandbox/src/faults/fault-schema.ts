import * as z from 'zod/mini'

export type FaultSide = 'api' | 'hosted'

/** What each kind is a fault of. */
export const FAULT_SIDES = {
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
} as const satisfies Record<string, FaultSide>

export type FaultKind = keyof typeof FAULT_SIDES

/** Which requests a fault meets. Without `times` and `share`: every one, until it is cleared. */
const scope = {
  /**
   * A route as `stats` names it, such as `POST /invitation/company/{company_id}`; `*` for all of the API;
   * `hosted` for the hosted page. Default: `*` or `hosted`, as the kind has it.
   */
  route: z.optional(z.string()),
  /** Over after this many requests. */
  times: z.optional(z.int().check(z.minimum(1))),
  /** The part of requests that it meets, above 0 and up to 1; under a `seed` always the same ones. */
  share: z.optional(z.number().check(z.positive(), z.maximum(1))),
}

const LONGEST_WAIT_MS = 600_000

/** Something that goes wrong on purpose: with the API, or with the hosted page. */
export const sandboxFault = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      /** The answer of the API (`latency`) or the hosted page (`slow`) comes later. */
      kind: z.enum(['latency', 'slow']),
      /** Milliseconds of real time, whatever the sandbox's clock does. */
      ms: z.number().check(z.minimum(0), z.maximum(LONGEST_WAIT_MS)),
      ...scope,
    }),
    z.strictObject({
      /** An error of the API in place of the answer; the request is not carried out. */
      kind: z.literal('status'),
      /** 400 to 599. */
      code: z.int().check(z.minimum(400), z.maximum(599)),
      /** Text for `detail`. */
      detail: z.optional(z.string()),
      /** Sent as the header `Retry-After`, in seconds. */
      retryAfterSeconds: z.optional(z.int().check(z.minimum(0))),
      ...scope,
    }),
    z.strictObject({
      /**
       * Of the API:
       *
       * - `drop`: the connection breaks, nothing was carried out
       * - `lost-answer`: the request is carried out, then the connection breaks
       * - `html`: a proxy's page with status 502, nothing was carried out
       * - `malformed`: carried out, and answered with broken JSON and status 200
       * - `truncated`: carried out, and answered with half of the body and status 200
       * - `hang`: no answer until the client goes away, nothing was carried out
       *
       * Of the hosted page:
       *
       * - `never-loads`: no answer until the browser gives up
       * - `refuse-frame`: forbids every frame around it
       * - `grab-focus`: focuses its first field as soon as it loads
       * - `posts-messages`: posts `{type: 'nectar:done'}` to its parent as soon as it loads
       */
      kind: z.enum([
        ...(['drop', 'lost-answer', 'html', 'malformed', 'truncated', 'hang'] as const),
        ...(['never-loads', 'refuse-frame', 'grab-focus', 'posts-messages'] as const),
      ]),
      ...scope,
    }),
  ],
  {
    error: ({ input }) =>
      `there is no fault "${Object(input).kind}". The API has ${kindsOf('api')}; the hosted page has ${kindsOf('hosted')}`,
  },
)

/** Something that goes wrong on purpose: with the API, or with the hosted page. */
export type SandboxFault = z.output<typeof sandboxFault>

/** A fault that is in force. */
export type ActiveFault = SandboxFault & {
  id: string
  route: string
  /** How many requests it has met. */
  hits: number
}

export function kindsOf(side: FaultSide): string {
  return Object.entries(FAULT_SIDES)
    .filter(([, of]) => of === side)
    .map(([kind]) => kind)
    .join(', ')
}
