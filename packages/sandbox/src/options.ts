import * as z from 'zod/mini'
import { explain, SandboxError } from './errors.ts'

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
  format: z._default(z.enum(['catalog', 'lean']), 'catalog'),
  /** What the names of the three signature headers begin with. Default `svix`. */
  headers: z._default(z.enum(['svix', 'webhook']), 'svix'),
  /** Multiplies the waits between tries, and the days after which an endpoint is disabled. Default 1. */
  retryScale: z._default(z.number().check(z.minimum(0)), 1),
})

/** Where webhooks go, and how they look. */
export type WebhookTarget = z.input<typeof webhookTarget>

/** The same with its defaults. */
export type CompleteTarget = z.output<typeof webhookTarget>

/**
 * How a body looks; Nectar's public sources differ.
 *
 * - `catalog`: as Nectar's catalog of events has it
 * - `lean`: without `company` and `datasource`, the least that a host has to be able to read
 */
export type PayloadFormat = NonNullable<WebhookTarget['format']>

/** Everything that can be set; all of it has a default. */
export interface SandboxOptions {
  /** Where the sandbox is reachable; links to the hosted page start with it. Default `http://localhost:4400`. */
  origin?: string
  /**
   * The keys that are accepted in `X-API-Key`, each for all companies; see `addApiKey` for others. Default
   * `['nectar-sandbox-key']`.
   */
  apiKeys?: readonly string[]
  /** From submitting details to the outcome of the check, in milliseconds. Default 4000. */
  checkDelayMs?: number
  /** Where signed webhooks go. Default: nowhere. */
  webhook?: WebhookTarget
  /** Who asks the customer, on the hosted page. Default: `Your app`. */
  brand?: Brand
  /** The host's clock, in milliseconds since the epoch; the sandbox's own goes by it. Default `Date.now`. */
  now?: () => number
  /** Sends the webhooks. Default: the platform's. */
  fetch?: typeof fetch
  /** Runs checks, repeats webhooks and ends waits. Default: the platform's timers. */
  schedule?: Scheduler
  /** Makes ids and tokens follow from this number. Default: random. */
  seed?: number
}

interface Brand {
  name: string
}

export interface ResolvedOptions extends Required<Omit<SandboxOptions, 'seed' | 'webhook'>> {
  webhook: CompleteTarget | null
  seed: number | undefined
}

/** The key that is accepted unless you name others. */
export const DEFAULT_API_KEY = 'nectar-sandbox-key'
/** The port that the command listens on unless it is told another. */
export const DEFAULT_PORT = 4400

const originText = z
  .string()
  .check(
    z.refine(
      (text) => parseWebUrl(text)?.origin === text,
      'is no origin. Write it like http://localhost:4400, without a path',
    ),
  )
const apiKey = z.string().check(z.refine((key) => key.trim() !== '', 'is empty'))

const checked = z.object({
  origin: z._default(originText, `http://localhost:${DEFAULT_PORT}`),
  apiKeys: z._default(
    z.readonly(z.array(apiKey).check(z.refine((keys) => keys.length > 0, 'needs at least one key'))),
    [DEFAULT_API_KEY],
  ),
  checkDelayMs: z._default(duration, 4000),
  webhook: z.optional(webhookTarget),
})

/** @throws SandboxError `invalid`, saying which option and what it should be */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const parsed = checked.safeParse(options)
  if (!parsed.success) throw new SandboxError('invalid', explain(parsed.error.issues[0]))
  return {
    ...parsed.data,
    webhook: parsed.data.webhook ?? null,
    brand: { name: options.brand?.name.trim() || 'Your app' },
    now: options.now ?? Date.now,
    // Called through the global, since a browser's fetch must not lose its `this`.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    schedule: options.schedule ?? platformScheduler,
    seed: options.seed,
  }
}

/** Whether a key is one of this emulator's: nobody can do anything with it elsewhere. */
export function isFictitiousKey(key: string): boolean {
  return key.startsWith('nectar-sandbox-')
}

/** A web address, or null for text that is none. */
export function parseWebUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

/**
 * Runs something later; what it returns calls it off.
 *
 * @example
 * const schedule: Scheduler = (run, delayMs) => {
 *   const timer = setTimeout(run, delayMs)
 *   return () => clearTimeout(timer)
 * }
 */
export type Scheduler = (run: () => void, delayMs: number) => () => void

/** The platform's timers. Under Node they do not keep the process alive. */
export const platformScheduler: Scheduler = (run, delayMs) => {
  const timer: unknown = setTimeout(run, delayMs)
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') {
    timer.unref()
  }
  return () => clearTimeout(timer as number)
}
