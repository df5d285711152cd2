import type { ShareRequest } from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createConnectClient } from '../connect-client.ts'
import { CREATED_INVITATION } from '../testing/created-invitation.ts'
import { createFakePlatform, settlePromises } from '../testing/fake-platform.ts'
import { createShare, type Share, type ShareForm } from './create-share.ts'

const DANA = 'dana@northpoint.example'
const FORM: ShareForm = { to: DANA, note: 'The gas bill', language: 'en' }
const { url: LINK, ...INVITATION } = { ...CREATED_INVITATION, id: '3c90c3cc-0d44-4b50-8888-8dd25736052a' }
const HEADERS = { 'content-type': 'application/json', 'nectar-connect-scope': 'scope-a' }

type Outcome = 'sent' | 'already' | 'down' | 'conflict' | 'rate_limited'

/** A backend that does as it is told, and a tab that can be loaded anew. */
function createTab() {
  const browser = createFakePlatform()
  const tab = {
    browser,
    bodies: [] as ShareRequest[],
    outcome: 'sent' as Outcome,
    isOwnMail: true,
    form: FORM,
    shared: 0,
    /** The ids of the attempts that were made. */
    keys: () => new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)),
    load() {
      const client = createConnectClient({ fetch: async (_, init) => answer(String(init?.body)) })
      const scope = { get: () => 'scope-a', subscribe: () => () => {} }
      return createShare(
        { ...client, scope },
        { ...browser.platform(), createId: () => crypto.randomUUID() },
        {
          intent: { kind: 'contributor' },
          form: tab.form,
          isOwnMail: tab.isOwnMail,
          onShared() {
            tab.shared += 1
          },
        },
      )
    },
  }

  function answer(text: string): Response {
    const body: ShareRequest = JSON.parse(text)
    tab.bodies.push(body)
    const { outcome } = tab
    if (outcome === 'down') throw new TypeError('Failed to fetch')
    if (outcome === 'conflict') return problem(409, { code: 'idempotency_conflict', retryable: false })
    if (outcome === 'rate_limited') {
      return problem(429, { code: 'rate_limited', retryable: true, retryAfterMs: 5_000 })
    }
    const link = body.to === null ? { url: LINK } : {}
    return Response.json({ invitation: INVITATION, outcome, ...link }, { headers: HEADERS })
  }

  function problem(status: number, fields: object): Response {
    const body = { type: 'about:blank', title: '', status, requestId: 'NC', ...fields }
    const headers = { ...HEADERS, 'content-type': 'application/problem+json' }
    return new Response(JSON.stringify(body), { status, headers })
  }

  return tab
}

/** Digests take turns that are not of this thread. */
async function until(check: () => boolean) {
  for (let turn = 0; turn < 200 && !check(); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0))
    await settlePromises()
  }
  expect(check()).toBe(true)
}

const answered = (share: Share) => until(() => share.phase.get().status !== 'working')

async function send(share: Share) {
  share.send()
  await answered(share)
  return share.phase.get().status
}

describe('nothing is sent twice', () => {
  test('by a double click', async () => {
    const tab = createTab()
    const share = tab.load()
    share.send()
    await send(share)
    expect([tab.bodies.length, tab.shared]).toEqual([1, 1])
    expect(share.phase.get()).toMatchObject({ status: 'done', by: 'mail', outcome: 'sent', copy: null })
  })

  test('once it was sent', async () => {
    const tab = createTab()
    const share = tab.load()
    await send(share)
    share.edit({ note: 'Something else' })
    share.send()
    share.copyLink()
    expect(share.phase.get().status).toBe('done')
    expect(tab.bodies).toHaveLength(1)
  })

  test('by trying again, and by typing something and deleting it', async () => {
    const tab = createTab()
    tab.outcome = 'down'
    const share = tab.load()
    expect(await send(share)).toBe('failed')
    await send(share)
    share.edit({ note: 'Something else' })
    share.edit({ note: FORM.note })
    await send(share)
    expect([tab.bodies.length, tab.keys().size]).toEqual([3, 1])
  })

  test('by a reload', async () => {
    const tab = createTab()
    tab.outcome = 'down'
    await send(tab.load())
    await send(tab.load())
    expect([tab.bodies.length, tab.keys().size]).toEqual([2, 1])
  })

  test('and who has a link already is not said to be sent one', async () => {
    const tab = createTab()
    tab.outcome = 'already'
    const share = tab.load()
    await send(share)
    expect(share.phase.get()).toMatchObject({ status: 'done', outcome: 'already' })
    expect(tab.shared).toBe(0)
  })
})

describe('it is another request', () => {
  test('when something was changed', async () => {
    const tab = createTab()
    tab.outcome = 'down'
    const share = tab.load()
    await send(share)
    share.edit({ note: 'Something else' })
    await send(share)
    expect(tab.keys().size).toBe(2)
  })

  test('when the first is settled', async () => {
    const tab = createTab()
    await send(tab.load())
    expect(tab.browser.storage.length).toBe(0)
    await send(tab.load())
    expect(tab.keys().size).toBe(2)
  })

  test('when its name already stands for something else', async () => {
    const tab = createTab()
    tab.outcome = 'conflict'
    const share = tab.load()
    await send(share)
    await send(share)
    expect(tab.keys().size).toBe(2)
  })
})

test('nobody is asked again before the server allows', async () => {
  const tab = createTab()
  tab.outcome = 'rate_limited'
  const share = tab.load()
  expect(await send(share)).toBe('failed')
  expect(share.retryInMs()).toBe(5_000)
  share.send()
  share.copyLink()
  await tab.browser.advance(4_999)
  share.send()
  expect([share.phase.get().status, tab.bodies.length]).toEqual(['failed', 1])
  await tab.browser.advance(1)
  tab.outcome = 'sent'
  expect([await send(share), tab.keys().size]).toEqual(['done', 1])
})

test('what is kept names neither address nor note, nor the link', async () => {
  const tab = createTab()
  tab.outcome = 'down'
  await send(tab.load())
  const kept = JSON.stringify(
    Array.from({ length: tab.browser.storage.length }, (_, at) =>
      tab.browser.storage.getItem(tab.browser.storage.key(at) ?? ''),
    ),
  )
  expect(kept).toMatch(/digest/)
  expect(kept).not.toMatch(/dana|gas|http/i)
})

test.each([
  [true, 'copied', [LINK]],
  [false, 'failed', []],
] as const)('a link is copied: %s', async (canCopy, state, copied) => {
  const tab = createTab()
  tab.browser.canCopy = canCopy
  const share = tab.load()
  share.copyLink()
  share.copyLink()
  await answered(share)
  await until(() => JSON.stringify(share.phase.get()).includes(`"state":"${state}"`))
  expect(share.phase.get()).toMatchObject({ status: 'done', by: 'link', copy: { url: LINK } })
  expect([tab.bodies.length, tab.browser.copied, tab.shared]).toEqual([1, copied, 1])
  expect(tab.bodies[0]).toMatchObject({ to: null })
})

test.each([
  [true, { note: 'The gas bill', language: 'en' }],
  [false, {}],
])('a note and a language go into the host’s own mail, not into Nectar’s: %s', async (isOwnMail, words) => {
  const tab = createTab()
  tab.isOwnMail = isOwnMail
  tab.form = { ...FORM, to: ` Dana Ruiz <${DANA}> ` }
  await send(tab.load())
  const { idempotencyKey: _, ...body } = tab.bodies[0] ?? { idempotencyKey: '' }
  expect(body).toEqual({ kind: 'contributor', to: DANA, ...words })
})

test('whatever a person does, in whatever order', async () => {
  const step = fc.oneof(
    fc.constantFrom<Outcome>('sent', 'already', 'down', 'conflict'),
    fc.constantFrom<Partial<ShareForm>>({ to: DANA }, { to: ' ' }, { note: 'Hi' }, { note: '' }),
    fc.constantFrom('send' as const, 'copyLink' as const, 'answer' as const),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const tab = createTab()
      const share = tab.load()
      for (const made of steps) {
        const [before, form] = [share.phase.get(), share.form.get()]
        if (made === 'answer') await answered(share)
        else if (made === 'send' || made === 'copyLink') share[made]()
        else if (typeof made === 'string') tab.outcome = made
        else share.edit(made)
        const after = share.phase.get()
        // What is on its way or done is not changed, nor sent a second time.
        if (typeof made !== 'string' || made === 'send' || made === 'copyLink') {
          if (before.status === 'working' || before.status === 'done') {
            expect([after, share.form.get()]).toEqual([before, form])
          }
        }
        // What a person filled in stays through every failure.
        if (typeof made === 'string') expect(share.form.get()).toBe(form)
        // A form without an address is never sent.
        if (made === 'send' && form.to === ' ') expect(after).toBe(before)
        // A link is in no phase but that of a link.
        const isLink = after.status === 'done' && after.by === 'link'
        expect(JSON.stringify(after).includes(LINK)).toBe(isLink)
      }
    }),
    { numRuns: 60 },
  )
})
