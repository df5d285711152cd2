import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox, DEFAULT_API_KEY, type Sandbox } from '../index.ts'
import { createManualTime, ORIGIN } from '../testing/bench.ts'

/** Which of the things that there are by then. */
const which = fc.nat(20)

const call = fc.oneof(
  fc.record({ does: fc.constant('seed' as const), connections: fc.nat(3) }),
  fc.record({ does: fc.constant('invite' as const), which, mail: fc.boolean() }),
  fc.record({ does: fc.constant('reconnect' as const), which }),
  fc.record({
    does: fc.constant('submit' as const),
    which,
    username: fc.constantFrom('nectar-sandbox-username', 'nobody'),
  }),
  fc.record({
    does: fc.constant('status' as const),
    which,
    status: fc.constantFrom('CONNECTED', 'WEBSITE_DOWN'),
  }),
  fc.record({ does: fc.constant('fault' as const), share: fc.constantFrom(0.2, 0.5, 0.9) }),
  fc.record({ does: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 10_000_000 }) }),
  fc.record({ does: fc.constant('page' as const), which }),
)
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never

/** Everything that somebody outside can see of a sandbox while it is called: answers, pages, webhooks, mails. */
function createWitness(seed: number) {
  const seen: string[] = []
  const time = createManualTime()
  const sandbox = createSandbox({
    seed,
    now: time.now,
    schedule: time.schedule,
    webhook: { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0' },
    fetch: async (_, init) => {
      seen.push(`${JSON.stringify([...new Headers(init?.headers)])} ${init?.body}`)
      return new Response(null, { status: seen.length % 3 === 0 ? 500 : 204 })
    },
  })
  return { seen, sandbox }
}

async function carryOut(sandbox: Sandbox, one: Call): Promise<unknown> {
  const { control } = sandbox
  const pick = <T>(items: readonly T[], index: number) => items[index % Math.max(1, items.length)]
  const ask = async (path: string, body: unknown) => {
    const request = new Request(`${ORIGIN}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'X-API-Key': DEFAULT_API_KEY },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await sandbox.fetch(request)
    return [response.status, [...response.headers], await response.text()]
  }
  const { companies, connections, invitations } = await control.snapshot()
  switch (one.does) {
    case 'seed': {
      const connections = Array(one.connections).fill({ provider: 'cascadia-power', status: 'CONNECTED' })
      return await control.seed({
        companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }], connections }],
      })
    }
    case 'invite': {
      const mail = one.mail ? { allowedEmails: ['dana@harrowlane.example'], sendEmail: true } : {}
      return ask(`/v2.2/invitation/company/${pick(companies, one.which)?.id}`, mail)
    }
    case 'reconnect':
      return ask(`/v2.2/invitation/connection/${pick(connections, one.which)?.id}`, {})
    case 'submit': {
      const invitation = pick(invitations, one.which)
      return (
        invitation &&
        (await control.submitDetails({ invitationId: String(invitation.id), username: one.username }))
      )
    }
    case 'status': {
      const connection = pick(connections, one.which)
      return (
        connection &&
        (await control.setConnectionStatus({ connectionId: String(connection.id), status: one.status }))
      )
    }
    case 'fault':
      return await control.addFault({ kind: 'status', code: 503, share: one.share })
    case 'advance':
      return await control.advanceTime({ ms: one.ms })
    case 'page':
      return ask(
        new URL(String(pick(invitations, one.which)?.invitationUrl ?? '/p/i/none'), ORIGIN).pathname,
        undefined,
      )
  }
}

async function watch({ seen, sandbox }: ReturnType<typeof createWitness>, calls: readonly Call[]) {
  await sandbox.control.freezeTime()
  for (const one of calls) {
    seen.push(JSON.stringify(await carryOut(sandbox, one)) ?? 'nothing')
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { control } = sandbox
  seen.push(
    JSON.stringify([
      await control.snapshot(),
      await control.mails(),
      await control.deliveries(),
      await control.faults(),
    ]),
  )
  // Of a webhook's id the end is new each time, and what it signs with it.
  return seen.splice(0).map((text) => text.replaceAll(/(?<=\bmsg_[\w-]{24})[0-9a-f]{8}|\bv1,[\w+/=]+/g, ''))
}

/** The timestamps of signatures follow the clock of this machine; here that one stands still. */
test('two sandboxes with one seed answer the same calls byte for byte alike, and so does one after a reset', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.array(call, { maxLength: 25 }), async (seed, calls) => {
      const one = createWitness(seed)
      const seen = await watch(one, calls)
      expect(await watch(createWitness(seed), calls)).toEqual(seen)
      await one.sandbox.control.reset({ clock: true })
      expect(await watch(one, calls)).toEqual(seen)
    }),
    { numRuns: 40 },
  )
})

test('another seed makes other ids', async () => {
  const calls: Call[] = [{ does: 'seed', connections: 1 }]
  expect(await watch(createWitness(1), calls)).not.toEqual(await watch(createWitness(2), calls))
})

test('starting over brings back what was seeded first, ids included, and nothing else', async () => {
  const sandbox = createSandbox()
  await sandbox.control.seed({
    companies: [
      {
        name: 'Harrow Lane Hotels',
        sites: [{ name: 'The Alder' }],
        connections: [{ provider: 'cascadia-power', status: 'CONNECTED', createdAt: '2026-01-01T00:00:00Z' }],
      },
    ],
  })
  const changing = ['connectionMagicLinkSecret', 'publicCompanyId', 'clock', 'deliveries']
  const read = async () =>
    JSON.stringify(await sandbox.control.snapshot(), (name, value) =>
      changing.includes(name) ? null : value,
    )
  const before = await read()
  await sandbox.control.seed({ companies: [{ name: 'Later' }] })
  await sandbox.control.setConnectionStatus({
    connectionId: String((await sandbox.control.snapshot()).connections[0]?.id),
    status: 'WEBSITE_DOWN',
  })
  await sandbox.control.resetToSeed()
  expect(await read()).toBe(before)
  await sandbox.control.reset()
  expect((await sandbox.control.snapshot()).companies).toEqual([])
  await sandbox.control.resetToSeed()
  expect(await read()).toBe(before)
})
