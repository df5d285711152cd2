import type { StandardSchemaV1 } from '@standard-schema/spec'
import { describe, expect, test } from 'vitest'
import type { ConnectStore } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createHarness, invitationRequest, outcomeOf } from '../testing/harness.ts'
import { ask, createMailing, list, send, sentId } from '../testing/sharing.ts'

const anything: StandardSchemaV1 = {
  '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) },
}

/** `{"a":{"a":…}}`, as text, since some encoders cannot write it. */
function nested(depth: number, inner = '1'): string {
  return `${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`
}

function withInput(body: Record<string, unknown>, input: string): string {
  return JSON.stringify({ ...body, input: 'HERE' }).replace('"HERE"', input)
}

describe('what a browser sends along', () => {
  test.each([
    ['/invitations', invitationRequest()],
    ['/invitations/shared', ask()],
    ['/invitations/shared', ask({ to: null })],
  ])('is refused when it is nested too deep, or too long: %s', async (path, body) => {
    const harness = createMailing({ inputSchema: anything })
    const arrays = `{"a":${'['.repeat(7_000)}${']'.repeat(7_000)}}`
    for (const input of [nested(2_400), nested(20), arrays, JSON.stringify({ a: 'x'.repeat(5_000) })]) {
      expect(await outcomeOf(await harness.post(path, withInput(body, input)))).toBe('400 invalid_request')
    }
    expect(await outcomeOf(await harness.post(path, withInput(body, nested(8))))).toBe('200')
    expect((await list(harness)).counts.pending).toBe(path === '/invitations' ? 0 : 1)
  })

  test('is refused as well where no input is expected', async () => {
    const body = `{"idempotencyKey":${nested(2_400)}}`
    for (const path of [
      '/invitations',
      '/invitations/shared',
      `/invitations/${crypto.randomUUID()}/remind`,
    ]) {
      expect(await outcomeOf(await createHarness().post(path, body))).toBe('400 invalid_request')
    }
  })
})

describe('what was written down', () => {
  const spoilt: Record<string, unknown>[] = [
    { input: JSON.parse(nested(2_400)) },
    { to: 7 },
    { stage: null },
    { invitedBy: null },
    { sentAt: undefined },
  ]

  test.each(spoilt.map((fields) => [Object.keys(fields)[0], fields]))(
    'never takes the others away: a spoilt %s',
    async (_name, fields) => {
      const kept = createMemoryStore()
      const store: ConnectStore = {
        ...kept,
        findInvitation: async (...args) => {
          const entry = await kept.findInvitation(...args)
          return entry && entry.invitationId === spoiltId ? ({ ...entry, ...fields } as typeof entry) : entry
        },
        listInvitations: async (companyId) =>
          (await kept.listInvitations(companyId)).map((entry) =>
            entry.invitationId === spoiltId ? ({ ...entry, ...fields } as typeof entry) : entry,
          ),
      }
      const harness = createMailing({ store })
      const spoiltId = sentId(await send(harness, ask()))
      await send(harness, ask({ to: 'theo@northpoint.example' }))
      harness.clock.advance(10_000)
      const rows = (await list(harness)).invitations
      expect(rows).toHaveLength(2)
      expect((await send(harness, ask({ to: 'third@northpoint.example' }))).outcome).toBe('sent')
    },
  )
})
