import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { CONNECTION } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, invitationRequest, outcomeOf, readProblem } from '../testing/harness.ts'
import { ask, createMailing, creations, DANA, remind, send, sentId, signedIn } from '../testing/sharing.ts'

const HOUR_MS = 3_600_000

const reminder = (harness: Harness, id: string) =>
  harness.post(`/invitations/${id}/remind`, { idempotencyKey: crypto.randomUUID() })

function asInviter(harness: Harness, userId = 'inviter') {
  const permissions = { view: true, connect: false, reconnect: false, invite: true, revoke: false }
  harness.session.current = { ...signedIn(harness), userId, permissions }
}

async function idOf(response: Response): Promise<string> {
  return ((await response.json()) as { id: string }).id
}

describe('only what was sent to a colleague can be reminded of', () => {
  test.each(['ACTIVE', 'EXPIRED'])(
    'an embedded invitation looks as if it did not exist: %s',
    async (status) => {
      const harness = createMailing()
      const id = await idOf(await harness.post('/invitations', invitationRequest()))
      Object.assign(harness.fake.invitations.get(id) ?? {}, { status })
      asInviter(harness)
      const response = await reminder(harness, id)
      expect(await response.clone().text()).not.toContain('/p/i/')
      expect(await outcomeOf(response)).toBe('404 not_found')
      expect(creations(harness)).toHaveLength(1)
      expect(harness.mails).toEqual([])
    },
  )

  test('an embedded reconnect invitation likewise', async () => {
    const harness = createMailing()
    const body = invitationRequest({ kind: 'reconnect', connectionId: CONNECTION })
    const id = await idOf(await harness.post('/invitations', body))
    asInviter(harness)
    expect(await outcomeOf(await reminder(harness, id))).toBe('404 not_found')
  })

  test('where links may not be copied, neither is one that was copied before', async () => {
    const store = createMemoryStore()
    const first = createMailing({ store })
    const link = ask({ to: null })
    const id = sentId(await send(first, link))
    expect((await remind(first, id)).url).toContain('/p/i/')
    const later = createMailing({ sharing: { allowLinks: false }, store })
    for (const [known, row] of first.fake.invitations) later.fake.invitations.set(known, row)
    for (const status of ['ACTIVE', 'EXPIRED']) {
      Object.assign(later.fake.invitations.get(id) ?? {}, { status })
      expect(await outcomeOf(await reminder(later, id))).toBe('404 not_found')
    }
    expect(creations(later)).toEqual([])
  })
})

describe('every address is checked before anything is sent to it', () => {
  test.each([
    'v@ok.example\r\nBcc: x@other.example',
    'v@ok.example, x@other.example',
    '"x@other.example" <v@ok.example>',
    'v@other.example',
    'v@ok.example\u0000',
    'v',
  ])('one that Nectar alone knows: %j', async (address) => {
    const harness = createMailing({ sharing: { allowedDomains: ['ok.example'] } })
    const id = await idOf(await harness.post('/invitations', invitationRequest()))
    Object.assign(harness.fake.invitations.get(id) ?? {}, { allowedEmails: [address] })
    for (const status of ['ACTIVE', 'EXPIRED']) {
      Object.assign(harness.fake.invitations.get(id) ?? {}, { status })
      expect(await outcomeOf(await reminder(harness, id))).toBe('403 address_not_allowed')
    }
    expect(harness.mails).toEqual([])
    expect(creations(harness)).toHaveLength(1)
  })

  test('one that was allowed when it was asked, and is no longer', async () => {
    const store = createMemoryStore()
    const first = createMailing({ store })
    const id = sentId(await send(first, ask()))
    const later = createMailing({ sharing: { allowedDomains: ['ok.example'] }, store })
    for (const [known, row] of first.fake.invitations) later.fake.invitations.set(known, row)
    expect(await outcomeOf(await reminder(later, id))).toBe('403 address_not_allowed')
    expect(later.mails).toEqual([])
  })

  test('those that the host’s policy lets Nectar mail', async () => {
    const sent: unknown[] = []
    for (const address of ['x@other.example', 'x@ok.example']) {
      const harness = createHarness({
        sharing: { allowedDomains: ['ok.example'] },
        invitationPolicy: () => ({ allowedEmails: [address], sendEmail: true }),
      })
      sent.push(await outcomeOf(await harness.post('/invitations', invitationRequest())))
    }
    expect(sent).toEqual(['500 host_error', '200'])
  })
})

describe('nobody is mailed again and again', () => {
  test('a person is mailed twice an hour about one connection, whoever asks', async () => {
    const harness = createMailing()
    const about = { kind: 'reconnect', connectionId: CONNECTION }
    const id = sentId(await send(harness, ask(about)))
    const outcomes: string[] = []
    for (let user = 0; user < 30; user += 1) {
      asInviter(harness, `user-${user}`)
      outcomes.push(await outcomeOf(await reminder(harness, id)))
    }
    expect(harness.mails).toHaveLength(2)
    expect(new Set(outcomes)).toEqual(new Set(['200', '429 rate_limited']))
    const problem = await readProblem(await reminder(harness, id))
    expect(problem.retryAfterMs).toBeGreaterThan(0)
    expect(problem.retryAfterMs).toBeLessThanOrEqual(HOUR_MS)
    harness.clock.advance(problem.retryAfterMs ?? 0)
    expect(await outcomeOf(await reminder(harness, id))).toBe('200')
    expect(harness.mails).toHaveLength(3)
  })

  test('nor by revoking and asking anew', async () => {
    const harness = createMailing()
    const outcomes: string[] = []
    for (let user = 0; user < 5; user += 1) {
      harness.session.current = { ...signedIn(harness), userId: `user-${user}` }
      const response = await harness.post('/invitations/shared', ask())
      outcomes.push(await outcomeOf(response.clone()))
      if (!response.ok) continue
      const { invitation } = (await response.json()) as { invitation: { id: string } }
      await harness.post(`/invitations/${invitation.id}/revoke`)
    }
    expect(outcomes).toEqual(['200', '200', '429 rate_limited', '429 rate_limited', '429 rate_limited'])
    expect(harness.mails.map(({ to }) => to)).toEqual([DANA, DANA])
  })

  test('a mail that could not be sent does not count', async () => {
    let isDown = true
    const harness = createMailing({
      sendInvitation: () => {
        if (isDown) throw new Error('mail server down')
      },
    })
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await outcomeOf(await harness.post('/invitations/shared', ask()))).toBe('502 mail_not_sent')
    }
    isDown = false
    expect((await send(harness, ask())).outcome).toBe('sent')
  })
})
