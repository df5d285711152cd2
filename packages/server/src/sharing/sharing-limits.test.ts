import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
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
    expect((await send(harness, ask({ to: 'Dana@NORTHPOINT.example' }))).outcome).toBe('sent')
    for (const to of [
      'd@sub.northpoint.example',
      'd@northpoint.example.evil.example',
      'd@evilnorthpoint.example',
    ]) {
      expect(await outcomeOf(await harness.post('/invitations/shared', ask({ to: to })))).toBe(
        '403 address_not_allowed',
      )
    }
    expect(harness.mails).toHaveLength(1)
  })

  test('a user’s mails in an hour are limited, reminders too; others are not touched', async () => {
    const harness = createMailing({ sharing: { mailsPerHour: 2 } })
    const id = sentId(await send(harness, ask()))
    await remind(harness, id)
    const response = await harness.post('/invitations/shared', ask({ to: THEO }))
    expect(response.headers.get('retry-after')).toMatch(/^3\d{3}$/)
    const problem = await readProblem(response)
    expect(problem.code).toBe('rate_limited')
    expect(problem.retryAfterMs).toBeGreaterThan(3_500_000)
    harness.session.current = { ...signedIn(harness), userId: 'user-2' }
    expect((await send(harness, ask({ to: THEO }))).outcome).toBe('sent')
  })

  test('a user’s mails are counted together over all processes that share the store', async () => {
    const store = createMemoryStore()
    const [one, two] = [1, 2].map(() => createMailing({ store, sharing: { mailsPerHour: 1 } }))
    if (!one || !two) throw new Error('unreachable')
    await send(one, ask())
    expect(await outcomeOf(await two.post('/invitations/shared', ask({ to: THEO })))).toBe('429 rate_limited')
    expect(creations(two)).toEqual([])
  })

  test('what is refused for its input does not count', async () => {
    const harness = createMailing({ sharing: { mailsPerHour: 1 } })
    for (const _ of [1, 2, 3]) {
      const refused = await harness.post('/invitations/shared', ask({ input: { building: 7 } }))
      expect(await outcomeOf(refused)).toBe('400 invalid_request')
    }
    expect((await send(harness, ask())).outcome).toBe('sent')
  })

  test('when mails cannot be counted, nothing is sent', async () => {
    const store = { ...createMemoryStore(), countWithin: () => Promise.reject(new Error('disk full')) }
    const harness = createMailing({ store })
    expect(await outcomeOf(await harness.post('/invitations/shared', ask()))).toBe('500 internal_error')
    expect(creations(harness)).toEqual([])
  })

  test('what the page fills in goes to the policy, and another prefill is another request', async () => {
    const seen: unknown[] = []
    const harness = createMailing({
      acceptPrefill: ['country', 'url'],
      // A colleague is sent to no address of the sender's choice.
      invitationPolicy: ({ mode, prefill }) => {
        seen.push(prefill)
        return mode === 'shared' ? { prefill: { url: null } } : {}
      },
    })
    const prefill = { country: 'US', url: 'https://ladwp.com' }
    expect((await send(harness, ask({ prefill }))).outcome).toBe('sent')
    expect((await send(harness, ask({ prefill }))).outcome).toBe('already')
    expect((await send(harness, ask({ prefill: { country: 'CA' } }))).outcome).toBe('sent')
    expect(seen).toEqual([prefill, { country: 'CA' }])
    expect(creations(harness)).toMatchObject([{ prefill: { country: 'US' } }, { prefill: { country: 'CA' } }])
    expect(JSON.stringify(creations(harness))).not.toContain('ladwp')
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
    expect(await outcomeOf(await noLinks.post('/invitations/shared', ask({ to: null })))).toBe(
      '403 not_allowed',
    )
    expect(creations(noLinks)).toEqual([])
  })
})

describe('a link that is copied', () => {
  test('is for whoever has it, and the same attempt answers the same', async () => {
    const harness = createMailing()
    const body = ask({ to: null })
    const first = await send(harness, body)
    expect(first).toMatchObject({
      outcome: 'sent',
      url: expect.stringMatching(/\/p\/i\/inv_token\d+secret$/),
      invitation: { requiresEmail: false, sharing: { via: 'link', mail: null, to: null } },
    })
    const id = sentId(first)
    expect(creations(harness)).toEqual([{ expiresInSeconds: 604_800, maxUses: 1, sendEmail: false }])
    expect(await send(harness, body)).toMatchObject({ invitation: { id }, url: first.url })
    expect((await list(harness)).invitations.map((row) => row.id)).toEqual([id])
    expect(JSON.stringify(await list(harness))).not.toContain('inv_token')
    expect(await remind(harness, id)).toMatchObject({ link: 'kept', url: first.url })
    expect(harness.mails).toEqual([])
  })

  test('is replaced once it has expired', async () => {
    const harness = createMailing()
    const first = await send(harness, ask({ to: null }))
    Object.assign(harness.fake.invitations.get(sentId(first)) ?? {}, { status: 'EXPIRED' })
    const fresh = await remind(harness, sentId(first))
    expect(fresh.link).toBe('replaced')
    expect(fresh.url).not.toBe(first.url)
    expect((await list(harness)).invitations.map(({ id }) => id)).toEqual([fresh.invitation.id])
  })

  test('is one of several that one may make for the same', async () => {
    const harness = createMailing()
    const ids = [
      sentId(await send(harness, ask({ to: null }))),
      sentId(await send(harness, ask({ to: null }))),
    ]
    expect((await list(harness)).counts.pending).toBe(2)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('revoking', () => {
  test('is for whoever asked, and for whoever may revoke', async () => {
    const harness = createMailing()
    const permissions = { revoke: false, connect: false, reconnect: false }
    harness.session.current = { ...signedIn(harness), permissions }
    const [mine, theirs] = [
      sentId(await send(harness, ask())),
      sentId(await send(harness, ask({ to: THEO }))),
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
