import * as z from 'zod/mini'
import { duration, type WebhookTarget, webhookTarget } from '../webhooks/webhook-schema.ts'
import { SandboxError } from './errors.ts'
import { parseWebUrl } from './parse-url.ts'
import { explain } from './read.ts'
import { platformScheduler, type Scheduler } from './scheduler.ts'

/** Everything that can be set; all of it has a default. */
export interface SandboxOptions {
  /** Where the sandbox is reachable; links to the hosted page start with it. Default `http://localhost:4400`. */
  origin?: string
  /** The keys that are accepted in `X-API-Key`. Default `['nectar-sandbox-key']`. */
  apiKeys?: readonly string[]
  /**
   * Keys that do not see everything: for each, the companies that it sees, by id or external id. What belongs to others
   * answers 403. Default: every key sees all.
   */
  keyScopes?: Readonly<Record<string, readonly string[]>>
  /** From submitting details to the outcome of the check, in milliseconds. Default 4000. */
  checkDelayMs?: number
  /** Where signed webhooks go. Default: nowhere. */
  webhook?: WebhookTarget
  /** Who asks the customer, on the hosted page. `color` is `#rrggbb`; `logo` a web address or `data:image/…`. */
  brand?: { name: string; color?: string; logo?: string }
  /** The host's clock, in milliseconds since the epoch; the sandbox's own goes by it. Default `Date.now`. */
  now?: () => number
  /** Sends the webhooks. Default: the platform's. */
  fetch?: typeof fetch
  /** Runs checks, repeats webhooks and ends waits. Default: the platform's timers. */
  schedule?: Scheduler
  /** Whether the API's answers are checked against the contract on their way out; a mistake is a 500. Default true. */
  checkAnswers?: boolean
  /** Makes ids and tokens follow from this number. Default: random. */
  seed?: number
}

export interface Brand {
  name: string
  /** `#rrggbb`; null: Nectar's own. */
  color: string | null
  /** Null: Nectar's own. */
  logo: string | null
}

export interface ResolvedOptions {
  origin: string
  apiKeys: readonly string[]
  keyScopes: Readonly<Record<string, readonly string[]>>
  checkDelayMs: number
  webhook: WebhookTarget | null
  brand: Brand
  now: () => number
  fetch: typeof fetch
  schedule: Scheduler
  checkAnswers: boolean
  seed: number | undefined
}

/** The key that is accepted unless you name others. */
export const DEFAULT_API_KEY = 'nectar-sandbox-key'
/** The port that the command listens on unless it is told another. */
export const DEFAULT_PORT = 4400

/** @throws SandboxError `invalid`, saying which option and what it should be */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const origin = options.origin ?? `http://localhost:${DEFAULT_PORT}`
  const apiKeys = options.apiKeys ?? [DEFAULT_API_KEY]
  const checkDelayMs = options.checkDelayMs ?? 4000
  if (parseWebUrl(origin)?.origin !== origin) {
    throw new SandboxError(
      'invalid',
      `"origin" is "${origin}". Write it like http://localhost:4400, without a path.`,
    )
  }
  if (apiKeys.length === 0 || apiKeys.some((key) => key.trim() === '')) {
    throw new SandboxError('invalid', '"apiKeys" needs at least one key, and none of them may be empty.')
  }
  const keyScopes = options.keyScopes ?? {}
  const stray = Object.keys(keyScopes).find((key) => !apiKeys.includes(key))
  if (stray !== undefined) {
    throw new SandboxError('invalid', '"keyScopes" names a key that is not among "apiKeys".')
  }
  const parsed = checked.safeParse({ checkDelayMs, webhook: options.webhook })
  if (!parsed.success) throw new SandboxError('invalid', explain(parsed.error.issues[0]))
  return {
    origin,
    apiKeys,
    keyScopes,
    checkDelayMs,
    webhook: options.webhook ?? null,
    brand: resolveBrand(options.brand),
    now: options.now ?? Date.now,
    // Called through the global, since a browser's fetch must not lose its `this`.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    schedule: options.schedule ?? platformScheduler,
    checkAnswers: options.checkAnswers ?? true,
    seed: options.seed,
  }
}

function resolveBrand({ name, color = null, logo = null }: Partial<Brand> = {}): Brand {
  if (color !== null && !/^#[0-9a-f]{6}$/i.test(color)) {
    throw new SandboxError('invalid', `"brand.color" is "${color}". Write it like #0b4a4a.`)
  }
  if (logo !== null && !logo.startsWith('data:image/') && parseWebUrl(logo) === null) {
    throw new SandboxError('invalid', '"brand.logo" has to be a web address, or begin with data:image/.')
  }
  return { name: name?.trim() || 'Your app', color, logo }
}

const checked = z.object({ checkDelayMs: duration, webhook: z.optional(webhookTarget) })
