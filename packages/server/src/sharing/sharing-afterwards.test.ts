import { describe, expect, test } from 'vitest'
import type { InvitationMail } from '../settings/options.ts'
import { CONNECTION, networkError, SITE } from '../testing/fake-nectar.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'
import {
  ask,
  createMailing,
  creations,
  DANA,
  list,
  remind,
  send,
  sentId,
  signedIn,
} from '../testing/sharing.ts'

/** After which a person may be mailed again. */
const HOUR_MS = 3_600_000

describe('a reminder', () => {
  test('of the host’s mail carries the link that they have', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask({ language: 'fr' })))
    harness.clock.advance(60_000)
    const idempotencyKey = crypto.randomUUID()
    const answer = await remind(harness, id, { idempotencyKey, note: 'Still waiting' })
    expect(answer).toMatchObject({ link: 'kept', invitation: { id } })
    expect(answer.url).toBeUndefined()
    await remind(harness, id, { idempotencyKey })
    expect(
      harness.mails.map(({ url, isReminder, language, note }) => [url, isReminder, language, note]),
    ).toEqual([
      [harness.mails[0]?.url, false, 'fr', null],
      [harness.mails[0]?.url, true, 'fr', 'Still waiting'],
    ])
    expect(harness.mails[1]?.subject).toMatch(/^Rappel : /)
    const [row] = (await list(harness)).invitations
    expect(row?.sharing?.remindedAt).toBe(new Date(harness.clock.now()).toISOString())
  })

  test('of Nectar’s mail takes a fresh link, made in the same way; the one before is revoked', async () => {
    const accept = { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } }
    const inputs: unknown[] = []
    const harness = createHarness({
      inputSchema: accept as never,
      invitationPolicy: ({ input }) => {
        inputs.push(input)
        return {}
      },
    })
    const id = sentId(await send(harness, ask({ input: { building: 7 } })))
    const idempotencyKey = crypto.randomUUID()
    const first = await remind(harness, id, { idempotencyKey })
    expect(first.link).toBe('replaced')
    expect(first.invitation.sharing?.to).toBe(DANA)
    expect(await remind(harness, id, { idempotencyKey })).toMatchObject({
      link: 'replaced',
      invitation: { id: first.invitation.id },
    })
    expect(harness.fake.invitations.get(id)?.status).toBe('REVOKED')
    expect(inputs).toEqual([{ building: 7 }, { building: 7 }])
    expect((await list(harness)).invitations.map((row) => row.id)).toEqual([first.invitation.id])
  })

  test('keeps what the page filled in, and checks it again', async () => {
    const harness = createHarness({ acceptPrefill: ['country', 'siteIds'] })
    const prefill = { country: 'US', siteIds: [SITE], url: 'https://evil.example' }
    const id = sentId(await send(harness, ask({ prefill })))
    const [company] = harness.fake.companies
    Object.assign(company ?? {}, { sites: [] })
    expect((await remind(harness, id)).link).toBe('replaced')
    expect(creations(harness)).toMatchObject([
      { prefill: { country: 'US', initialSites: [SITE] } },
      { prefill: { country: 'US' } },
    ])
  })

  test('of which nobody knows what came of it is not said to have gone out', async () => {
    const harness = createHarness()
    const id = sentId(await send(harness, ask()))
    const body = { idempotencyKey: crypto.randomUUID() }
    harness.fake.on('POST', '/invitation/company', () => Promise.reject(networkError('ECONNRESET')), 1)
    for (let tries = 0; tries < 2; tries += 1) {
      const response = await harness.post(`/invitations/${id}/remind`, body)
      expect(await outcomeOf(response)).toBe('502 outcome_unknown')
    }
    harness.clock.advance(HOUR_MS)
    expect((await remind(harness, id)).link).toBe('replaced')
  })

  test('of an expired one takes a fresh link, whoever mails', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    Object.assign(harness.fake.invitations.get(id) ?? {}, { status: 'EXPIRED' })
    const answer = await remind(harness, id)
    expect(answer.link).toBe('replaced')
    expect(harness.mails.map(({ isReminder }) => isReminder)).toEqual([false, true])
    expect(harness.mails[1]?.url).not.toBe(harness.mails[0]?.url)
    expect(harness.fake.count('POST', `/invitation/${id}/revoke`)).toBe(0)
  })

  test.each(['reminded from another tab', 'asked anew'])(
    'of an expired one that was %s goes to the link that is open by now',
    async (how) => {
      const harness = createMailing()
      const id = sentId(await send(harness, ask()))
      Object.assign(harness.fake.invitations.get(id) ?? {}, { status: 'EXPIRED' })
      await harness.nectar.reconcile(String(signedIn(harness).companyId))
      const open =
        how === 'asked anew' ? sentId(await send(harness, ask())) : (await remind(harness, id)).invitation.id
      harness.clock.advance(HOUR_MS)
      const idempotencyKey = crypto.randomUUID()
      for (let tries = 0; tries < 2; tries += 1) {
        expect(await remind(harness, id, { idempotencyKey })).toMatchObject({
          link: 'kept',
          invitation: { id: open, sharing: { to: DANA } },
        })
      }
      expect(creations(harness)).toHaveLength(2)
      expect(harness.mails.map(({ invitationId }) => invitationId)).toEqual([id, open, open])
      harness.clock.advance(10_000)
      expect((await list(harness)).invitations.map((row) => row.id)).toEqual([open])
    },
  )

  test.each([{ status: 'REVOKED' }, { status: 'FULFILLED', useCount: 1 }, { useCount: 1 }])(
    'of what is over is refused: %o',
    async (row) => {
      const harness = createMailing()
      const id = sentId(await send(harness, ask()))
      Object.assign(harness.fake.invitations.get(id) ?? {}, row)
      const response = await harness.post(`/invitations/${id}/remind`, {
        idempotencyKey: crypto.randomUUID(),
      })
      expect(await outcomeOf(response)).toBe('409 invitation_closed')
      expect(harness.mails).toHaveLength(1)
    },
  )

  test('works without an entry, from what Nectar knows', async () => {
    const first = createHarness()
    const id = sentId(await send(first, ask({ kind: 'reconnect', connectionId: CONNECTION })))
    const mails: InvitationMail[] = []
    const restarted = createHarness({
      fetch: first.fake.fetch,
      sendInvitation: (mail) => void mails.push(mail),
    })
    expect((await list(restarted)).invitations[0]?.sharing).toMatchObject({
      to: DANA,
      invitedBy: null,
      mail: null,
    })
    expect(await remind(restarted, id)).toMatchObject({ link: 'kept' })
    expect(mails[0]).toMatchObject({ to: DANA, connectionId: CONNECTION, isReminder: true })
  })
})

describe('the list', () => {
  test('shows what was sent, newest first, in pages and by filter, and not what was embedded', async () => {
    const harness = createMailing()
    harness.fake.invitationExtra = { prefill: { initialSites: [SITE] } }
    const ids: string[] = []
    for (const to of ['a', 'b', 'c', 'd']) {
      ids.unshift(sentId(await send(harness, ask({ to: `${to}@northpoint.example` }))))
      harness.clock.advance(10_000)
    }
    await harness.post('/invitations', { ...ask(), to: undefined, reason: 'first' })
    Object.assign(harness.fake.invitations.get(String(ids[1])) ?? {}, { useCount: 1, status: 'FULFILLED' })
    Object.assign(harness.fake.invitations.get(String(ids[2])) ?? {}, { status: 'EXPIRED' })
    const all = await list(harness, '?limit=3')
    expect(all.invitations.map(({ id }) => id)).toEqual(ids.slice(0, 3))
    expect([all.hasMore, all.counts]).toEqual([true, { pending: 2, used: 1, closed: 1 }])
    expect(all.invitations[0]?.sites).toEqual([{ id: SITE, name: 'California Facility 1' }])
    const rest = await list(harness, `?limit=3&after=${ids[2]}`)
    expect([rest.invitations.map(({ id }) => id), rest.hasMore]).toEqual([[ids[3]], false])
    expect((await list(harness, '?filter=closed')).invitations.map(({ id }) => id)).toEqual([ids[2]])
    for (const query of ['?filter=everything', '?after=1', '?limit=0']) {
      expect(await outcomeOf(await harness.get(`/invitations/shared${query}`))).toBe('400 invalid_request')
    }
  })

  test('shows what was used beside what was asked anew, but not what expired before that', async () => {
    const harness = createMailing()
    const ids: string[] = []
    for (const row of [{ status: 'FULFILLED', useCount: 1 }, { status: 'EXPIRED' }, {}]) {
      const id = sentId(await send(harness, ask()))
      Object.assign(harness.fake.invitations.get(id) ?? {}, row)
      harness.clock.advance(HOUR_MS)
      await harness.nectar.reconcile(String(signedIn(harness).companyId))
      ids.unshift(id)
    }
    const { invitations, counts } = await list(harness)
    expect(invitations.map(({ id }) => id)).toEqual([ids[0], ids[2]])
    expect(counts).toEqual({ pending: 1, used: 1, closed: 0 })
  })

  test('tells from the audit log when it was opened and used, however that is written', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    Object.assign(harness.fake.invitations.get(id) ?? {}, {
      events: [
        { type: 'Invitation.Viewed', timestamp: '2026-11-24T13:00:00' },
        { type: 'invitation_viewed', timestamp: '2026-11-24T14:00:00' },
      ],
    })
    const [opened] = (await list(harness)).invitations
    expect(opened).toMatchObject({ opened: true, openedAt: '2026-11-24T13:00:00.000Z', usedAt: null })
  })

  test('is shown, with less in it, while the store is down', async () => {
    const harness = createMailing()
    await send(harness, ask())
    const broken = createHarness({
      fetch: harness.fake.fetch,
      store: {
        ...(await import('../stores/memory/memory-store.ts')).createMemoryStore(),
        listInvitations: () => Promise.reject(new Error('disk full')),
      },
    })
    expect((await list(broken)).invitations[0]?.sharing).toMatchObject({ to: DANA, invitedBy: null })
    expect(broken.logText()).toContain('disk full')
  })

  test('is gone when the company is erased, but for what Nectar has', async () => {
    const harness = createMailing()
    await send(harness, ask())
    await harness.nectar.eraseCompany(signedIn(harness).companyId ?? '')
    expect((await list(harness)).invitations[0]?.sharing?.invitedBy).toBeNull()
  })
})
