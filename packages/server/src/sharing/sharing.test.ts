import { describe, expect, test } from 'vitest'
import type { InvitationMail } from '../settings/options.ts'
import { COMPANY, CONNECTION, hang, json, networkError } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, outcomeOf } from '../testing/harness.ts'
import { ask, createMailing, creations, DANA, send, sentId } from '../testing/sharing.ts'
import { deferred, until } from '../testing/test-clock.ts'

describe('asking a colleague', () => {
  test('makes an invitation for one address: one use, seven days, only theirs, mailed by Nectar', async () => {
    const harness = createHarness()
    const { outcome, invitation, url } = await send(harness, ask({ to: 'Dana@Northpoint.example' }))
    expect(creations(harness)).toEqual([
      { expiresInSeconds: 604_800, maxUses: 1, sendEmail: true, allowedEmails: [DANA] },
    ])
    expect([outcome, url]).toEqual(['sent', undefined])
    expect(invitation).toMatchObject({
      status: 'ACTIVE',
      requiresEmail: true,
      sharing: { via: 'email', mail: 'nectar', to: DANA, invitedBy: { name: null, isYou: true } },
    })
  })

  test('hands the host a mail that is ready to send, and leaves sending to it', async () => {
    const harness = createMailing({ sharing: { appName: 'Fernway' } })
    await send(
      harness,
      ask({ kind: 'reconnect', connectionId: CONNECTION, note: ' Before Friday, please ', language: 'de' }),
    )
    expect(creations(harness)).toEqual([
      { expiresInSeconds: 604_800, maxUses: 1, allowedEmails: [DANA], sendEmail: false },
    ])
    const [mail] = harness.mails
    expect(mail).toMatchObject({
      to: DANA,
      subject: 'Maya Lindqvist bittet Sie um eine neue Anmeldung bei LADWP',
      language: 'de',
      note: 'Before Friday, please',
      connectionId: CONNECTION,
      providerName: 'LADWP',
      invitedBy: { userId: 'user-1', name: 'Maya Lindqvist' },
      isReminder: false,
      expiresAt: new Date(harness.clock.now() + 604_800_000).toISOString().replace(/\.\d+Z/, '.000Z'),
    })
    for (const text of [mail?.text, mail?.html]) {
      for (const part of [String(mail?.url), 'Fernway', 'Demo Company', 'Before Friday'])
        expect(text).toContain(part)
    }
  })

  test('is refused when the host cannot mail: the link in it is revoked, and in no log', async () => {
    const harness = createMailing({
      sendInvitation: ({ url }) => {
        throw new Error(`550 no such mailbox ${url}`)
      },
    })
    expect(await outcomeOf(await harness.post('/invitations/shared', ask()))).toBe('502 mail_not_sent')
    const statuses = [...harness.fake.invitations.values()].slice(1).map(({ status }) => status)
    expect(statuses).toEqual(['REVOKED'])
    expect(harness.logText()).toContain('550 no such mailbox')
    expect(harness.logText()).not.toMatch(/inv_token|dana@/)
  })

  test('a mail that failed can be tried again, once the link in it is known to be revoked', async () => {
    let [isMailDown, isNectarDown] = [true, false]
    const mails: InvitationMail[] = []
    const harness: ReturnType<typeof createMailing> = createMailing({
      sendInvitation: (mail) => {
        if (isMailDown) throw new Error('down')
        mails.push(mail)
      },
      fetch: async (input, init) =>
        isNectarDown && String(input).endsWith('/revoke') ? json({}, 500) : harness.fake.fetch(input, init),
    })
    const body = ask()
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 mail_not_sent')
    isNectarDown = true
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
    isMailDown = false
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
    isNectarDown = false
    expect((await send(harness, body)).outcome).toBe('sent')
    expect([creations(harness).length, mails.length]).toEqual([3, 1])
  })

  test('is not waited for longer than a mail may take, nor is a hook that hangs', async () => {
    const harness = createMailing({ sendInvitation: () => new Promise(() => {}), timeoutMs: 60_000 })
    const answer = harness.post('/invitations/shared', ask())
    await until(() => harness.fake.invitations.size === 2 && harness.clock.pending() >= 2)
    harness.clock.advance(20_000)
    expect(await outcomeOf(await answer)).toBe('502 mail_not_sent')
  })
})

describe('nothing is sent twice', () => {
  test('by the same attempt, at once or later, whatever process it comes to', async () => {
    const taken = deferred<void>()
    const mails: InvitationMail[] = []
    const harness = createMailing({
      sendInvitation: async (mail) => {
        mails.push(mail)
        await taken.promise
      },
    })
    const body = ask()
    const first = harness.post('/invitations/shared', body)
    await until(() => mails.length === 1)
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('503 busy')
    taken.resolve()
    expect(await outcomeOf(await first)).toBe('200')
    const again = await send(harness, body)
    expect(again).toMatchObject({ outcome: 'sent', invitation: { sharing: { to: DANA } } })
    expect([creations(harness).length, mails.length]).toEqual([1, 1])
  })

  test('by another attempt for the same person and intent, as after a reload', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    const again = await send(harness, ask({ to: DANA.toUpperCase() }))
    expect(again).toMatchObject({ outcome: 'already', invitation: { id } })
    expect(harness.mails).toHaveLength(1)
    expect((await send(harness, ask({ kind: 'reconnect', connectionId: CONNECTION }))).outcome).toBe('sent')
  })

  test('but for one that is over: it may be sent anew', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    Object.assign(harness.fake.invitations.get(id) ?? {}, { status: 'EXPIRED' })
    expect((await send(harness, ask())).outcome).toBe('sent')
  })

  describe('when the answer of Nectar was lost', () => {
    /** Nectar takes the next creation, and its answer gets lost. */
    function loseAnswer({ fake }: Harness, isMade: boolean) {
      fake.on(
        'POST',
        '/invitation/company',
        async ({ path, body, headers }) => {
          const init = { method: 'POST', headers, body: JSON.stringify(body) }
          if (isMade) await fake.fetch(`https://external.nectarclimate.com/v2.2${path}`, init)
          throw networkError('ECONNRESET')
        },
        1,
      )
    }

    test.each([
      ['nothing was made: it is made now', false, createMailing, { active: 1, mails: 1 }],
      [
        'and the host mails: the link that nobody has is revoked',
        true,
        createMailing,
        { active: 1, mails: 1 },
      ],
      [
        'and Nectar mailed: that was it',
        true,
        () => ({ ...createHarness(), mails: [] }),
        { active: 1, mails: 0 },
      ],
    ])('%s', async (_, isMade, create, expected) => {
      const harness = create()
      const body = ask()
      loseAnswer(harness, isMade)
      expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
      const again = await send(harness, body)
      expect(again).toMatchObject({ outcome: 'sent', invitation: { sharing: { to: DANA } } })
      expect((await send(harness, body)).invitation?.id).toBe(again.invitation.id)
      const own = [...harness.fake.invitations.values()].filter(({ companyId }) => companyId === COMPANY)
      const active = own.filter(({ status }) => status === 'ACTIVE')
      expect({ active: active.length, mails: harness.mails.length }).toEqual(expected)
      expect(active[0]?.id).toBe(again.invitation.id)
    })

    test('and the link that nobody has cannot be revoked: nothing is sent beside it', async () => {
      const harness = createMailing()
      const body = ask()
      loseAnswer(harness, true)
      expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
      harness.fake.on('POST', '/invitation/', () => json({}, 500))
      expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
      expect(harness.mails).toEqual([])
    })
  })

  test('when nothing was made, the same attempt may try again', async () => {
    const harness = createMailing()
    const body = ask()
    harness.fake.on('POST', '/invitation/company', () => json({ detail: 'no' }, 400), 1)
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 nectar_rejected')
    expect((await send(harness, body)).outcome).toBe('sent')
  })

  test('while a slow Nectar is still at it', async () => {
    const harness = createMailing()
    const body = ask()
    harness.fake.on('POST', '/invitation/company', hang, 1)
    const first = harness.post('/invitations/shared', body)
    await until(() => creations(harness).length > 0)
    harness.clock.advance(15_000)
    expect(await outcomeOf(await first)).toBe('504 nectar_timeout')
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('503 busy')
    expect(creations(harness)).toHaveLength(1)
  })
})
