import type { ShareInvitationsRequest } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { createConnectClient } from '../connect-client.ts'
import { CREATED_INVITATION } from '../testing/created-invitation.ts'
import { createFakePlatform, settlePromises } from '../testing/fake-platform.ts'
import { createShare } from './create-share.ts'
import type { ShareForm } from './share-phase.ts'

const DANA = 'dana@northpoint.example'
const FORM: ShareForm = { to: [], draft: DANA, note: 'The gas bill', language: 'en' }
const INVITATION_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

type Outcome = 'sent' | 'failed' | 'down' | 'conflict'

/** A backend that does as it is told, and a tab that can be loaded anew. */
function createTab() {
  const browser = createFakePlatform()
  const bodies: ShareInvitationsRequest[] = []
  const tab = {
    browser,
    bodies,
    outcome: 'sent' as Outcome,
    isOwnMail: true,
    shared: 0,
    load() {
      const client = createConnectClient({
        fetch: async (url, init) => {
          const headers = { 'content-type': 'application/json', 'nectar-connect-scope': 'scope-a' }
          const body = JSON.parse(String(init?.body ?? '{}'))
          bodies.push(body)
          if (tab.outcome === 'down') throw new TypeError('Failed to fetch')
          if (tab.outcome === 'conflict') {
            const problem = { type: 'about:blank', title: '', status: 409, code: 'idempotency_conflict' }
            return new Response(JSON.stringify({ ...problem, requestId: 'NC', retryable: false }), {
              status: 409,
              headers: { ...headers, 'content-type': 'application/problem+json' },
            })
          }
          if (String(url).endsWith('/link'))
            return Response.json({ ...CREATED_INVITATION, id: INVITATION_ID }, { headers })
          const { url: _, ...view } = { ...CREATED_INVITATION, id: INVITATION_ID }
          const isSent = tab.outcome === 'sent'
          const result = {
            outcome: tab.outcome,
            invitation: isSent ? view : null,
            code: null,
            retryable: !isSent,
          }
          return Response.json({ results: [{ to: DANA, ...result }] }, { headers })
        },
      })
      const scope = { get: () => 'scope-a', subscribe: () => () => {} }
      const known = { ...client, scope }
      const share = createShare(
        known,
        { ...browser.platform(), createId: () => crypto.randomUUID() },
        {
          intent: { kind: 'contributor' },
          form: FORM,
          isOwnMail: tab.isOwnMail,
          onShared: ({ length }) => (tab.shared += length),
        },
      )
      return share
    },
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

async function send(share: ReturnType<ReturnType<typeof createTab>['load']>) {
  share.send()
  await until(() => share.phase.get().status !== 'sending')
  return share.phase.get().status
}

describe('nothing is sent twice', () => {
  test('by a double click', async () => {
    const tab = createTab()
    const share = tab.load()
    share.send()
    await send(share)
    expect([tab.bodies.length, tab.shared, share.phase.get().status]).toEqual([1, 1, 'sent'])
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
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  })

  test('by a reload', async () => {
    const tab = createTab()
    tab.outcome = 'down'
    await send(tab.load())
    await send(tab.load())
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  })

  test('by a reload after a part of it failed', async () => {
    const tab = createTab()
    tab.outcome = 'failed'
    const share = tab.load()
    await send(share)
    await send(share)
    await send(tab.load())
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
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
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
  })

  test('when the first is settled', async () => {
    const tab = createTab()
    await send(tab.load())
    expect(tab.browser.storage.length).toBe(0)
    await send(tab.load())
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
  })

  test('when its name already stands for something else', async () => {
    const tab = createTab()
    tab.outcome = 'conflict'
    const share = tab.load()
    await send(share)
    await send(share)
    expect(new Set(tab.bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
  })
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
  [true, 'copied', [CREATED_INVITATION.url]],
  [false, 'failed', []],
] as const)('a link is copied: %s', async (canCopy, copy, copied) => {
  const tab = createTab()
  tab.browser.canCopy = canCopy
  const share = tab.load()
  share.copyLink()
  share.copyLink()
  await until(() => share.phase.get().status === 'linked')
  await until(() => JSON.stringify(share.phase.get()).includes(`"copy":"${copy}"`))
  expect([tab.bodies.length, tab.browser.copied, tab.shared]).toEqual([1, copied, 1])
  expect(tab.bodies[0]).not.toHaveProperty('to')
})

test.each([
  [true, { note: 'The gas bill', language: 'en' }],
  [false, {}],
])('a note and a language go into the host’s own mail, not into Nectar’s: %s', async (isOwnMail, words) => {
  const tab = createTab()
  tab.isOwnMail = isOwnMail
  await send(tab.load())
  const { idempotencyKey: _, ...body } = tab.bodies[0] ?? { idempotencyKey: '' }
  expect(body).toEqual({ kind: 'contributor', to: [DANA], ...words })
})
