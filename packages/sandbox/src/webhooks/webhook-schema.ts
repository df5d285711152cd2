import * as z from 'zod/mini'
import { parseWebUrl } from '../lib/parse-url.ts'

const TEN_YEARS_MS = 3652 * 86_400_000

/** Milliseconds, either way. Beyond ten years, date-times would no longer fit the sandbox's microseconds. */
export const span = z
  .number()
  .check(
    z.refine((ms) => Math.abs(ms) <= TEN_YEARS_MS, 'has to be a number of milliseconds, ten years at most'),
  )

/** Milliseconds, 0 or more. */
export const duration = span.check(z.minimum(0))

export const webhookSecret = z
  .string()
  .check(
    z.refine(
      (secret) => /^whsec_[A-Za-z0-9+/]{4,}={0,2}$/.test(secret),
      'has to be whsec_ and base64, as Svix writes it',
    ),
  )

export const webhookTarget = z.strictObject({
  url: z
    .string()
    .check(
      z.refine(
        (url) => parseWebUrl(url) !== null,
        'is not a web address. Write it like http://localhost:3000/api/nectar/webhooks',
      ),
    ),
  /** `whsec_` and base64, as Svix writes it. */
  secret: webhookSecret,
  /** Default `catalog`. */
  format: z.optional(z.enum(['guide', 'catalog', 'lean', 'envelope'])),
  /** What the names of the three signature headers begin with. Default `svix`. */
  headers: z.optional(z.enum(['svix', 'webhook'])),
  /** Multiplies the waits between tries, and the days after which an endpoint is disabled. Default 1. */
  retryScale: z.optional(z.number().check(z.minimum(0))),
})

/** Where webhooks go, and how they look. */
export type WebhookTarget = z.input<typeof webhookTarget>

/**
 * How a body looks; Nectar's public sources differ.
 *
 * - `guide`: the connection itself; which event it is can only be inferred
 * - `catalog`: the same with `eventType`, `country` and `emails`
 * - `lean`: as `catalog`, without `company` and `datasource`
 * - `envelope`: `{type, data}`, with what `guide` sends as `data`
 */
export type PayloadFormat = NonNullable<WebhookTarget['format']>
