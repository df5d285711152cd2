import {
  type RemindResponse,
  remindResponse,
  type ShareInvitationsResponse,
  sharedInvitationsResponse,
  shareInvitationsResponse,
} from '@nectar-connect/contract'
import { describe, expect, test } from 'vitest'
import type { InvitationMail, NectarConnectOptions } from '../options.ts'
import { CONNECTION, hang, json, networkError, SITE } from '../test/fake-nectar.ts'
import { createHarness, type Harness, outcomeOf, readProblem } from '../test/harness.ts'
import { deferred, until } from '../test/test-clock.ts'

const DANA = 'dana@northpoint.example'
const THEO = 'theo@northpoint.example'

function ask(fields: Record<string, unknown> = {}) {
  return { kind: 'contributor', attemptId: crypto.randomUUID(), to: [DANA], ...fields }
}

/** A host that mails itself, and what it was given to mail. */
function createMailing(options: Partial<NectarConnectOptions> = {}) {
  const mails: InvitationMail[] = []
  const harness = createHarness({
    sendInvitation: (mail) => {
      mails.push(mail)
    },
    ...options,
  })
  harness.session.current = { ...signedIn(harness), userName: 'Maya Lindqvist' }
  return { ...harness, mails }
}

function signedIn({ session }: Harness) {
  if (session.current === null) throw new Error('Nobody is signed in.')
  return session.current
}

async function send(harness: Harness, body: unknown): Promise<ShareInvitationsResponse['results']> {
  const response = await harness.post('/invitations/shared', body)
  if (!response.ok) throw new Error(await outcomeOf(response))
  return shareInvitationsResponse.parse(await response.json()).results
}

async function list(harness: Harness, query = '') {
  const response = await harness.get(`/invitations/shared${query}`)
  if (!response.ok) throw new Error(await outcomeOf(response))
  return sharedInvitationsResponse.parse(await response.json())
}

async function remind(
  harness: Harness,
  id: string,
  body: Record<string, unknown> = {},
): Promise<RemindResponse> {
  const response = await harness.post(`/invitations/${id}/remind`, {
    attemptId: crypto.randomUUID(),
    ...body,
  })
  if (!response.ok) throw new Error(await outcomeOf(response))
  return remindResponse.parse(await response.json())
}

/** The bodies of the creations that reached Nectar. */
function creations({ fake }: Harness) {
  return fake.requests
    .filter(({ method, path }) => method === 'POST' && /^\/invitation\/(company|connection)/.test(path))
    .map(({ body }) => body)
}

function sentId(results: ShareInvitationsResponse['results']): string {
  const id = results[0]?.invitation?.id
  if (id === undefined) throw new Error('Nothing was sent.')
  return id
}

describe('asking colleagues', () => {
  test('makes an invitation for each address: one use, seven days, only theirs, mailed by Nectar', async () => {
    const harness = createHarness()
    const results = await send(harness, ask({ to: [DANA, 'Theo@Northpoint.example', DANA] }))
    expect(results.map(({ to, outcome }) => [to, outcome])).toEqual([
      [DANA, 'sent'],
      [THEO, 'sent'],
    ])
    const body = { expiresInSeconds: 604_800, maxUses: 1, sendEmail: true }
    expect(creations(harness)).toEqual([
      { ...body, allowedEmails: [DANA] },
      { ...body, allowedEmails: [THEO] },
    ])
    expect(results[0]?.invitation).toMatchObject({
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

  test('says each that failed, and sends the others', async () => {
    const harness = createMailing({
      sendInvitation: ({ to }) => {
        if (to === THEO)
          throw new Error(`550 no such mailbox https://dash.nectarclimate.com/p/i/inv_token2secret`)
      },
    })
    const results = await send(harness, ask({ to: [DANA, THEO] }))
    expect(results.map(({ outcome, code, retryable }) => [outcome, code, retryable])).toEqual([
      ['sent', null, false],
      ['failed', 'mail_not_sent', true],
    ])
    const statuses = [...harness.fake.invitations.values()].slice(1).map(({ status }) => status)
    expect(statuses.sort()).toEqual(['ACTIVE', 'REVOKED'])
    expect(harness.logText()).toContain('550 no such mailbox')
    expect(harness.logText()).not.toContain('inv_token')
    expect((await list(harness)).invitations.map(({ sharing }) => sharing?.to)).toContain(DANA)
  })

  test('a mail that failed can be tried again; one that may have left a link is not', async () => {
    let isDown = true
    const harness = createMailing({
      sendInvitation: () => {
        if (isDown) throw new Error('down')
      },
    })
    const body = ask()
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 mail_not_sent')
    isDown = false
    expect((await send(harness, body))[0]?.outcome).toBe('sent')

    isDown = true
    const second = ask({ to: [THEO] })
    harness.fake.on('POST', '/invitation/', () => json({}, 500), 0)
    for (const { id } of harness.fake.invitations.values()) {
      harness.fake.on('POST', `/invitation/${String(id)}/revoke`, () => json({}, 500))
    }
    harness.fake.on('POST', '/invitation/company', (request) => {
      const made = { ...[...harness.fake.invitations.values()].at(-1), id: CONNECTION, allowedEmails: [THEO] }
      expect(request.method).toBe('POST')
      return json(made)
    })
    harness.fake.on('POST', `/invitation/${CONNECTION}/revoke`, () => json({}, 500))
    expect(await outcomeOf(await harness.post('/invitations/shared', second))).toBe('502 outcome_unknown')
    isDown = false
    expect(await outcomeOf(await harness.post('/invitations/shared', second))).toBe('502 outcome_unknown')
    expect(harness.mails).toEqual([])
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
    const [again] = await send(harness, body)
    expect(again).toMatchObject({ outcome: 'sent', invitation: { sharing: { to: DANA } } })
    expect([creations(harness).length, mails.length]).toEqual([1, 1])
  })

  test('by another attempt for the same person and purpose, as after a reload', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    const [again] = await send(harness, ask({ to: [DANA.toUpperCase()] }))
    expect(again).toMatchObject({ outcome: 'already', invitation: { id } })
    expect(harness.mails).toHaveLength(1)
    expect((await send(harness, ask({ kind: 'reconnect', connectionId: CONNECTION })))[0]?.outcome).toBe(
      'sent',
    )
  })

  test('but for one that is over: it may be sent anew', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask()))
    Object.assign(harness.fake.invitations.get(id) ?? {}, { status: 'EXPIRED' })
    expect((await send(harness, ask()))[0]?.outcome).toBe('sent')
  })

  test('when it is not known whether Nectar made the invitation', async () => {
    const harness = createMailing()
    const body = ask()
    harness.fake.on('POST', '/invitation/company', () => Promise.reject(networkError('ECONNRESET')), 1)
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 outcome_unknown')
    expect([creations(harness).length, harness.mails.length]).toEqual([1, 0])
  })

  test('when nothing was made, the same attempt may try again', async () => {
    const harness = createMailing()
    const body = ask()
    harness.fake.on('POST', '/invitation/company', () => json({ detail: 'no' }, 400), 1)
    expect(await outcomeOf(await harness.post('/invitations/shared', body))).toBe('502 nectar_refused')
    expect((await send(harness, body))[0]?.outcome).toBe('sent')
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

describe('who may be asked, and how often', () => {
  test('only addresses of the allowed domains, exactly', async () => {
    const harness = createMailing({ sharing: { allowedDomains: ['@Northpoint.example'] } })
    expect((await send(harness, ask({ to: ['Dana@NORTHPOINT.example'] })))[0]?.outcome).toBe('sent')
    for (const to of [
      'd@sub.northpoint.example',
      'd@northpoint.example.evil.example',
      'd@evilnorthpoint.example',
    ]) {
      expect(await outcomeOf(await harness.post('/invitations/shared', ask({ to: [to] })))).toBe(
        '403 address_not_allowed',
      )
    }
    expect(harness.mails).toHaveLength(1)
  })

  test('a user’s mails in an hour are limited, reminders too; others are not touched', async () => {
    const harness = createMailing({ sharing: { mailsPerHour: 2 } })
    const id = sentId(await send(harness, ask()))
    await remind(harness, id)
    const response = await harness.post('/invitations/shared', ask({ to: [THEO] }))
    expect(response.headers.get('retry-after')).toMatch(/^3\d{3}$/)
    const problem = await readProblem(response)
    expect(problem.code).toBe('rate_limited')
    expect(problem.retryAfterMs).toBeGreaterThan(3_500_000)
    harness.session.current = { ...signedIn(harness), userId: 'user-2' }
    expect((await send(harness, ask({ to: [THEO] })))[0]?.outcome).toBe('sent')
  })

  test('a limiter of the host counts instead; when it fails, nothing is sent', async () => {
    const consumed: string[] = []
    const limiter = {
      async consume(key: string) {
        consumed.push(key)
        throw consumed.length === 1 ? { msBeforeNext: 7_000 } : new Error('store down')
      },
    }
    const harness = createMailing({ sharing: { limiter } })
    expect((await readProblem(await harness.post('/invitations/shared', ask()))).retryAfterMs).toBe(7_000)
    expect(await outcomeOf(await harness.post('/invitations/shared', ask()))).toBe('500 host_error')
    expect([creations(harness).length, new Set(consumed).size]).toEqual([0, 1])
  })

  test('the policy is told, and fills in beforehand; for how long and for whom is not its business', async () => {
    const seen: unknown[] = []
    const harness = createMailing({
      sharing: { expiresInSeconds: 86_400 },
      invitation: ({ purpose, to, reason }) => {
        seen.push({ purpose, to, reason })
        return {
          expiresInSeconds: 3_600,
          maxUses: null,
          allowedEmails: ['x@y.example'],
          sendEmail: true,
          prefill: { country: 'US' },
        }
      },
    })
    await send(harness, ask())
    expect(seen).toEqual([{ purpose: 'shared', to: DANA, reason: 'open' }])
    expect(creations(harness)).toEqual([
      {
        expiresInSeconds: 86_400,
        maxUses: 1,
        allowedEmails: [DANA],
        sendEmail: false,
        prefill: { country: 'US' },
      },
    ])
    const { sharing } = await (await harness.get('/connections')).json()
    expect(sharing.lifeMs).toBe(86_400_000)
  })

  test('where nobody mails, links can be copied; where links are off, they cannot', async () => {
    const noMail = createHarness({ sharing: { mail: 'nobody' } })
    expect(await outcomeOf(await noMail.post('/invitations/shared', ask()))).toBe('501 not_implemented')
    const noLinks = createHarness({ sharing: { links: false } })
    const { to: _, ...body } = ask()
    expect(await outcomeOf(await noLinks.post('/invitations/shared/link', body))).toBe('403 not_allowed')
    expect(creations(noLinks)).toEqual([])
  })
})

describe('a link that is copied', () => {
  test('is for whoever has it, and the same attempt answers the same', async () => {
    const harness = createMailing()
    const { to: _, ...body } = ask()
    const first = await (await harness.post('/invitations/shared/link', body)).json()
    expect(first).toMatchObject({
      url: expect.stringMatching(/\/p\/i\/inv_token\d+secret$/),
      requiresEmail: false,
      sharing: { via: 'link', mail: null, to: null },
    })
    expect(creations(harness)).toEqual([{ expiresInSeconds: 604_800, maxUses: 1, sendEmail: false }])
    expect(await (await harness.post('/invitations/shared/link', body)).json()).toMatchObject({
      id: first.id,
      url: first.url,
    })
    expect((await list(harness)).invitations.map(({ id }) => id)).toEqual([first.id])
    expect(JSON.stringify(await list(harness))).not.toContain('inv_token')
    expect(await remind(harness, first.id)).toMatchObject({ link: 'kept', url: first.url })
  })

  test('is replaced once it has expired', async () => {
    const harness = createMailing()
    const { to: _, ...body } = ask()
    const first = await (await harness.post('/invitations/shared/link', body)).json()
    Object.assign(harness.fake.invitations.get(first.id) ?? {}, { status: 'EXPIRED' })
    const fresh = await remind(harness, first.id)
    expect(fresh.link).toBe('replaced')
    expect(fresh.url).not.toBe(first.url)
    expect((await list(harness)).invitations.map(({ id }) => id)).toEqual([fresh.invitation.id])
  })
})

describe('a reminder', () => {
  test('of the host’s mail carries the link that they have', async () => {
    const harness = createMailing()
    const id = sentId(await send(harness, ask({ language: 'fr' })))
    harness.clock.advance(60_000)
    const attemptId = crypto.randomUUID()
    const answer = await remind(harness, id, { attemptId, note: 'Still waiting' })
    expect(answer).toMatchObject({ link: 'kept', invitation: { id } })
    expect(answer.url).toBeUndefined()
    await remind(harness, id, { attemptId })
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

  test('of Nectar’s mail takes a fresh link, made in the same way; the one before is withdrawn', async () => {
    const accept = { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } }
    const inputs: unknown[] = []
    const harness = createHarness({
      inputSchema: accept as never,
      invitation: ({ input }) => {
        inputs.push(input)
        return {}
      },
    })
    const id = sentId(await send(harness, ask({ input: { building: 7 } })))
    const attemptId = crypto.randomUUID()
    const first = await remind(harness, id, { attemptId })
    expect(first.link).toBe('replaced')
    expect(first.invitation.sharing?.to).toBe(DANA)
    expect(await remind(harness, id, { attemptId })).toMatchObject({
      link: 'replaced',
      invitation: { id: first.invitation.id },
    })
    expect(harness.fake.invitations.get(id)?.status).toBe('REVOKED')
    expect(inputs).toEqual([{ building: 7 }, { building: 7 }])
    expect((await list(harness)).invitations.map((row) => row.id)).toEqual([first.invitation.id])
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

  test.each([{ status: 'REVOKED' }, { status: 'FULFILLED', useCount: 1 }, { useCount: 1 }])(
    'of what is over is refused: %o',
    async (row) => {
      const harness = createMailing()
      const id = sentId(await send(harness, ask()))
      Object.assign(harness.fake.invitations.get(id) ?? {}, row)
      const response = await harness.post(`/invitations/${id}/remind`, { attemptId: crypto.randomUUID() })
      expect(await outcomeOf(response)).toBe('409 invitation_over')
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

describe('withdrawing', () => {
  test('is for whoever asked, and for whoever may revoke', async () => {
    const harness = createMailing()
    const can = { revoke: false, connect: false, reconnect: false }
    harness.session.current = { ...signedIn(harness), can }
    const [mine, theirs] = [
      sentId(await send(harness, ask())),
      sentId(await send(harness, ask({ to: [THEO] }))),
    ]
    harness.session.current = { ...signedIn(harness), userId: 'user-2' }
    expect(await outcomeOf(await harness.post(`/invitations/${mine}/revoke`))).toBe('403 not_allowed')
    harness.session.current = { ...signedIn(harness), userId: 'user-1' }
    expect(await outcomeOf(await harness.post(`/invitations/${mine}/revoke`))).toBe('200')
    harness.session.current = { ...signedIn(harness), userId: 'user-2', can: {} }
    expect(await outcomeOf(await harness.post(`/invitations/${theirs}/revoke`))).toBe('200')
    expect((await list(harness)).counts).toEqual({ waiting: 0, received: 0, over: 2 })
  })
})

describe('the list', () => {
  test('shows what was sent, newest first, in pages and by filter, and not what was embedded', async () => {
    const harness = createMailing()
    harness.fake.invitationExtra = { prefill: { initialSites: [SITE] } }
    const ids: string[] = []
    for (const to of ['a', 'b', 'c', 'd']) {
      ids.unshift(sentId(await send(harness, ask({ to: [`${to}@northpoint.example`] }))))
      harness.clock.advance(10_000)
    }
    await harness.post('/invitations', { ...ask(), to: undefined, reason: 'open' })
    Object.assign(harness.fake.invitations.get(String(ids[1])) ?? {}, { useCount: 1, status: 'FULFILLED' })
    Object.assign(harness.fake.invitations.get(String(ids[2])) ?? {}, { status: 'EXPIRED' })
    const all = await list(harness, '?limit=3')
    expect(all.invitations.map(({ id }) => id)).toEqual(ids.slice(0, 3))
    expect([all.hasMore, all.counts]).toEqual([true, { waiting: 2, received: 1, over: 1 }])
    expect(all.invitations[0]?.sites).toEqual([{ id: SITE, name: 'California Facility 1' }])
    const rest = await list(harness, `?limit=3&after=${ids[2]}`)
    expect([rest.invitations.map(({ id }) => id), rest.hasMore]).toEqual([[ids[3]], false])
    expect((await list(harness, '?filter=over')).invitations.map(({ id }) => id)).toEqual([ids[2]])
    for (const query of ['?filter=everything', '?after=1', '?limit=0']) {
      expect(await outcomeOf(await harness.get(`/invitations/shared${query}`))).toBe('400 invalid_request')
    }
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

  test('is shown, with less in it, while the invitation log is down', async () => {
    const harness = createMailing()
    await send(harness, ask())
    const broken = createHarness({
      fetch: harness.fake.fetch,
      invitationLog: {
        ...(await import('../sharing/memory-invitation-log.ts')).createMemoryInvitationLog(),
        list: () => Promise.reject(new Error('disk full')),
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

describe('a preview', () => {
  test('is the mail of the host, with a link that leads nowhere; nothing is made', async () => {
    const harness = createMailing({ sharing: { appName: 'Fernway' } })
    const body = { kind: 'reconnect', connectionId: CONNECTION, note: '<b>Hi</b>', language: 'es' }
    const preview = await (await harness.post('/invitations/shared/preview', body)).json()
    expect(preview).toMatchObject({ mail: 'host', subject: expect.stringContaining('Maya Lindqvist') })
    expect(preview.html).toContain('&lt;b&gt;Hi&lt;/b&gt;')
    expect(preview.text).toContain('https://link.invalid/')
    expect(harness.fake.count('POST')).toBe(0)
  })

  test('of Nectar’s mail says whose it is', async () => {
    const harness = createHarness()
    const response = await harness.post('/invitations/shared/preview', { kind: 'contributor' })
    expect(await response.json()).toEqual({ mail: 'nectar', subject: null, text: null, html: null })
  })
})
