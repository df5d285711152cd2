import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { type FakeNectar, json } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, outcomeOf } from '../testing/harness.ts'
import { ask, list, remind, send, sentId } from '../testing/sharing.ts'
import { deferred } from '../testing/test-clock.ts'

/** After which a person may be mailed again. */
const HOUR_MS = 3_600_000

/** One server, or two that share a store. Nectar mails, so that each reminder takes a fresh link. */
function createServers(processes: 'one process' | 'two processes'): [Harness, Harness] {
  const store = createMemoryStore()
  const first = createHarness({ store })
  return [first, processes === 'one process' ? first : createHarness({ store, fetch: first.fake.fetch })]
}

/** Keeps the next such request from Nectar until it is let through. */
function hold(fake: FakeNectar, path: string) {
  const arrived = deferred<void>()
  const letThrough = deferred<void>()
  fake.on(
    'POST',
    path,
    async ({ method, path, headers, body }) => {
      arrived.resolve()
      await letThrough.promise
      return fake.fetch(`https://nectar.example${path}`, { method, headers, body: JSON.stringify(body) })
    },
    1,
  )
  return { arrived: arrived.promise, letThrough: () => letThrough.resolve() }
}

function post(harness: Harness, id: string, action: 'remind' | 'revoke', idempotencyKey?: string) {
  return harness.post(`/invitations/${id}/${action}`, idempotencyKey && { idempotencyKey })
}

function statuses({ fake }: Harness, known: ReadonlySet<string>) {
  return [...fake.invitations].filter(([id]) => !known.has(id)).map(([, { status }]) => status)
}

describe.each(['one process', 'two processes'] as const)(
  'no link is open after a revocation, in %s',
  (processes) => {
    test('that comes while the reminder makes a fresh one', async () => {
      const [reminding, revoking] = createServers(processes)
      const before = new Set(reminding.fake.invitations.keys())
      const id = sentId(await send(reminding, ask()))
      const creation = hold(reminding.fake, '/invitation/company')
      const idempotencyKey = crypto.randomUUID()
      const reminded = post(reminding, id, 'remind', idempotencyKey)
      await creation.arrived
      expect(await outcomeOf(await post(revoking, id, 'revoke'))).toBe('200')
      creation.letThrough()
      expect(await outcomeOf(await reminded)).toBe('409 invitation_closed')
      expect(statuses(reminding, before)).toEqual(['REVOKED', 'REVOKED'])
      expect(await outcomeOf(await post(reminding, id, 'remind', idempotencyKey))).toBe(
        '409 invitation_closed',
      )
    })

    test('that is under way while a fresh one takes its place', async () => {
      const [reminding, revoking] = createServers(processes)
      const before = new Set(reminding.fake.invitations.keys())
      const id = sentId(await send(reminding, ask()))
      const revocation = hold(reminding.fake, `/invitation/${id}/revoke`)
      const revoked = post(revoking, id, 'revoke')
      await revocation.arrived
      expect((await remind(reminding, id)).link).toBe('replaced')
      revocation.letThrough()
      expect(await outcomeOf(await revoked)).toBe('200')
      expect(statuses(reminding, before)).toEqual(['REVOKED', 'REVOKED'])
    })

    test('of a link that was replaced already, from a page that does not know yet', async () => {
      const [reminding, revoking] = createServers(processes)
      const before = new Set(reminding.fake.invitations.keys())
      const id = sentId(await send(reminding, ask()))
      const fresh = (await remind(reminding, id)).invitation.id
      expect(await outcomeOf(await post(revoking, id, 'revoke'))).toBe('200')
      expect(statuses(reminding, before)).toEqual(['REVOKED', 'REVOKED'])
      expect((await list(revoking)).invitations).toMatchObject([{ id: fresh, status: 'REVOKED' }])
    })

    test('of the first of several that took each other’s place', async () => {
      const [reminding, revoking] = createServers(processes)
      const before = new Set(reminding.fake.invitations.keys())
      const id = sentId(await send(reminding, ask()))
      const second = (await remind(reminding, id)).invitation.id
      reminding.clock.advance(HOUR_MS)
      const third = (await remind(reminding, id)).invitation.id
      expect((await list(reminding)).invitations.map((row) => row.id)).toEqual([third])
      expect(await outcomeOf(await post(revoking, second, 'revoke'))).toBe('200')
      expect(statuses(reminding, before)).toEqual(['REVOKED', 'REVOKED', 'REVOKED'])
    })
  },
)

test('a fresh link that cannot be revoked is not said to be gone', async () => {
  const [harness] = createServers('one process')
  const id = sentId(await send(harness, ask()))
  const creation = hold(harness.fake, '/invitation/company')
  const reminded = post(harness, id, 'remind', crypto.randomUUID())
  await creation.arrived
  await post(harness, id, 'revoke')
  const fresh = crypto.randomUUID()
  harness.fake.invitationExtra = { id: fresh }
  harness.fake.on('POST', `/invitation/${fresh}/revoke`, () => json({}, 403))
  creation.letThrough()
  expect(await outcomeOf(await reminded)).toBe('502 outcome_unknown')
})
