import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { CONNECTION } from '../testing/fake-nectar.ts'
import { createHarness, outcomeOf, readProblem } from '../testing/harness.ts'
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
  THEO,
} from '../testing/sharing.ts'

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

  test('a user’s mails are counted together over all processes that share the store', async () => {
    const store = createMemoryStore()
    const [one, two] = [1, 2].map(() => createMailing({ store, sharing: { mailsPerHour: 1 } }))
    if (!one || !two) throw new Error('unreachable')
    await send(one, ask())
    expect(await outcomeOf(await two.post('/invitations/shared', ask({ to: [THEO] })))).toBe(
      '429 rate_limited',
    )
    expect(creations(two)).toEqual([])
  })

  test('when mails cannot be counted, nothing is sent', async () => {
    const store = { ...createMemoryStore(), countWithin: () => Promise.reject(new Error('disk full')) }
    const harness = createMailing({ store })
    expect(await outcomeOf(await harness.post('/invitations/shared', ask()))).toBe('500 internal_error')
    expect(creations(harness)).toEqual([])
  })

  test('the policy is told, and fills in beforehand; for how long and for whom is not its business', async () => {
    const seen: unknown[] = []
    const harness = createMailing({
      sharing: { expiresInSeconds: 86_400 },
      invitationPolicy: ({ mode, to, reason }) => {
        seen.push({ mode, to, reason })
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
    expect(seen).toEqual([{ mode: 'shared', to: DANA, reason: 'first' }])
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
    expect(sharing.expiresInMs).toBe(86_400_000)
  })

  test('where nobody mails, links can be copied; where links are off, they cannot', async () => {
    const noMail = createHarness({ sharing: { sender: 'none' } })
    expect(await outcomeOf(await noMail.post('/invitations/shared', ask()))).toBe('501 not_implemented')
    const noLinks = createHarness({ sharing: { allowLinks: false } })
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

describe('revoking', () => {
  test('is for whoever asked, and for whoever may revoke', async () => {
    const harness = createMailing()
    const permissions = { revoke: false, connect: false, reconnect: false }
    harness.session.current = { ...signedIn(harness), permissions }
    const [mine, theirs] = [
      sentId(await send(harness, ask())),
      sentId(await send(harness, ask({ to: [THEO] }))),
    ]
    harness.session.current = { ...signedIn(harness), userId: 'user-2' }
    expect(await outcomeOf(await harness.post(`/invitations/${mine}/revoke`))).toBe('403 not_allowed')
    harness.session.current = { ...signedIn(harness), userId: 'user-1' }
    expect(await outcomeOf(await harness.post(`/invitations/${mine}/revoke`))).toBe('200')
    harness.session.current = { ...signedIn(harness), userId: 'user-2', permissions: {} }
    expect(await outcomeOf(await harness.post(`/invitations/${theirs}/revoke`))).toBe('200')
    expect((await list(harness)).counts).toEqual({ pending: 0, used: 0, closed: 2 })
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
