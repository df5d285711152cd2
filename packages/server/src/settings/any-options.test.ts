import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createNectarConnectWith } from '../app/create-nectar-connect.ts'
import { systemTimers } from '../lib/with-deadline.ts'
import { readProblem } from '../testing/harness.ts'
import type { NectarConnectOptions, SharingOptions } from './options.ts'
import { readSettings } from './settings.ts'

const SECRET = 'whsec_b25seS1mb3ItdHJ5aW5nLWl0LW91dA=='

/** Anything at all, and what is right somewhere. */
const value = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withBigInt: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(
    () => null,
    Symbol('s'),
    Promise.resolve(1),
    SECRET,
    [SECRET, undefined],
    '"nk-1234567"',
  ),
  fc.constantFrom<unknown>(
    'https://a.example',
    ['https://a.example'],
    [undefined],
    {},
    true,
    'true',
    60_000,
    Number.NaN,
  ),
)
const some = <Name extends string>(names: Record<Name, true>, fields = {}) =>
  fc.record(
    { ...Object.fromEntries(Object.keys(names).map((name) => [name, value])), ...fields },
    { requiredKeys: [] },
  )
const sharing = some<keyof SharingOptions>({
  allowLinks: true,
  allowedDomains: true,
  appName: true,
  expiresInSeconds: true,
  mailsPerHour: true,
  sender: true,
})
const nectar = some<'apiOrigin' | 'hostedOrigin'>({ apiOrigin: true, hostedOrigin: true })
const options = some<Exclude<keyof NectarConnectOptions, 'sharing' | 'nectar'> | 'misspelt'>(
  {
    acceptPrefill: true,
    allowedOrigins: true,
    apiKey: true,
    apiVersion: true,
    authorize: true,
    basePath: true,
    development: true,
    exposeUsername: true,
    fetch: true,
    inputSchema: true,
    invitationPolicy: true,
    logger: true,
    misspelt: true,
    now: true,
    onConnectionChange: true,
    onInvitationChange: true,
    onOtherWebhook: true,
    publicOrigin: true,
    reconcileEveryMs: true,
    sendInvitation: true,
    store: true,
    timeoutMs: true,
    webhookSecret: true,
  },
  { sharing: fc.oneof(value, sharing), nectar: fc.oneof(value, nectar) },
)

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation(() => {})
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** One request of each kind. */
const requests = () =>
  [
    new Request('http://internal:3000/api/nectar/connections'),
    new Request('http://internal:3000/api/nectar/invitations', { method: 'POST', body: '{}' }),
    new Request('http://internal:3000/api/nectar/webhooks', { method: 'POST', body: '{}' }),
    new Request('http://internal:3000/nowhere'),
  ] as const

test.each(['development', 'production'])(
  'whatever is given while in %s, nothing throws, and each fault is told to a developer alone',
  async (env) => {
    vi.stubEnv('NODE_ENV', env)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 9, arbitrary: options }, { weight: 1, arbitrary: value }),
        async (given) => {
          const server = createNectarConnectWith(given as object, systemTimers)
          const { faults, isDevelopment } = readSettings(given)
          const needsOnlyAuthorize = faults.every((fault) => fault.startsWith('"authorize"'))
          for (const request of requests()) {
            const isWebhook = request.url.endsWith('/webhooks')
            const answer = await server.handler(request)
            if (faults.length === 0 || (isWebhook && needsOnlyAuthorize)) continue
            const { code, status, title, setupProblems } = await readProblem(answer)
            expect([code, status]).toEqual(['not_configured', 503])
            expect(title).toBe(
              'The server is not fully configured. The log says what is missing and how to set it.',
            )
            if (isDevelopment) expect(setupProblems?.[0]).toMatch(/^"[\w.]+" [^.]+\. \S/)
            else expect(setupProblems).toBeUndefined()
          }
          await server.close({ graceMs: 0 })
        },
      ),
      { numRuns: 150 },
    )
  },
)

test.each([
  [{ webhookSecret: [SECRET, undefined] }, '"webhookSecret" holds something that is no text'],
  [{ allowedOrigins: 'https://a.example' }, '"allowedOrigins" is not a list. Write it like ['],
  [{ allowedOrigins: [undefined] }, '"allowedOrigins" is not an origin'],
  [{ sharing: null }, '"sharing" is not an object with options.'],
  [{ sharing: [] }, '"sharing" is not an object with options.'],
  [{ sharing: { allowedDomains: [undefined] } }, '"sharing.allowedDomains" has something that is no domain.'],
  [{ sharing: { allowedDomains: 'a.example' } }, '"sharing.allowedDomains" is not a list.'],
  [{ sharing: { sender: 'me' } }, '"sharing.sender" is neither "nectar" nor "none".'],
  [{ nectar: 'http://localhost:4400' }, '"nectar" is not an object with options.'],
  [{ basePath: 'https://app.example.com/api/nectar' }, '"basePath" is not a plain path.'],
  [{ basePath: 7 }, '"basePath" is not a plain path.'],
  [{ store: Promise.resolve({}) }, '"store" is a promise. Await it'],
  [{ store: {} }, '"store" has no function "addInvitation".'],
  [{ development: 'false' }, '"development" is neither true nor false.'],
  [{ exposeUsername: 'false' }, '"exposeUsername" is neither true nor false.'],
  [{ onConnectionChange: {} }, '"onConnectionChange" is not a function.'],
  [{ inputSchema: {} }, '"inputSchema" is not a schema'],
  [{ logger: { info() {} } }, '"logger" lacks one of the functions'],
  [{ apiKey: '"nk-0123456789"' }, '"apiKey" has quotes around it'],
  [{ apiKey: SECRET }, '"apiKey" is the signing secret of a webhook.'],
  [{ apiKey: 'undefined' }, '"apiKey" is missing.'],
  [{ apiKey: 42 }, '"apiKey" is neither text nor a function.'],
])('%o is named', (given, fault) => {
  const { faults } = readSettings({ apiKey: 'test-key-1', authorize: () => null, ...given })
  expect(faults).toEqual([expect.stringContaining(fault)])
  expect(String(faults)).not.toMatch(/0123456789|b25s/)
})
