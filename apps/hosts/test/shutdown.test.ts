import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Webhook } from 'svix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFull } from '../../../tooling/lib/is-full.ts'
import { type Nectar, startNectar, WEBHOOK_SECRET } from './nectar.ts'
import { readEvents, type StreamEvent } from './read-events.ts'
import { type RunningHost, startProcess } from './start-process.ts'

const PAGES = 20
const SLOW_MS = 1_000
const EXIT_WITHIN_MS = 12_000

/** Each is a recipe of docs/shutting-down.md; all but one are for the full run. */
const RECIPES = ['node-http.ts', ...(isFull ? ['express.ts', 'fastify.ts', 'hono.ts'] : [])]

let nectar: Nectar
let folder: string

beforeAll(async () => {
  nectar = await startNectar()
  folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-shutdown-'))
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await nectar.close()
})

describe.each(RECIPES)('a deploy under %s', (recipe) => {
  test('ends in time, breaks nothing off, and no page misses anything', async () => {
    const env = { ...nectar.env, DATABASE: path.join(folder, `${recipe}.db`), SLOW_MS: String(SLOW_MS) }
    const start = () => startProcess([process.execPath, `shutdown/${recipe}`], env, '/api/nectar/health')
    const { companyId, connectionId } = await nectar.makeCompany()
    const cookieOf = (user: number) => `company=${companyId}; user=u-${user}`
    const first = await start()
    const pages = await Promise.all(
      Array.from({ length: PAGES }, (_, user) => openPage(first, cookieOf(user), null)),
    )
    const event = JSON.stringify(await nectar.eventOf(connectionId, 'CONNECTED'))
    const delivery = deliver(first, event, 'msg_slow')
    await Promise.race([first.printed('told of CONNECTED'), refused(delivery)])

    const exit = await first.terminate()
    expect(exit.code).toBe(0)
    expect(exit.tookMs).toBeLessThan(EXIT_WITHIN_MS)
    expect((await delivery).status).toBe(200)
    const heard = await Promise.all(pages.map((page) => page.rest))
    expect(heard.map((events) => events.map(({ name }) => name))).toEqual(
      Array.from({ length: PAGES }, () => ['change', 'end']),
    )

    const second = await start()
    try {
      const again = await deliver(second, event, 'msg_slow')
      expect(again.status).toBe(200)
      const cursors = heard.map(
        ([change]) => (change?.data as { cursor: string } | undefined)?.cursor ?? null,
      )
      const back = await Promise.all(cursors.map((cursor, user) => openPage(second, cookieOf(user), cursor)))
      expect(new Set(back.map(({ opening }) => opening.name))).toEqual(new Set(['ready']))
      const later = JSON.stringify(await nectar.eventOf(connectionId, 'WEBSITE_DOWN'))
      expect((await deliver(second, later, 'msg_later')).status).toBe(200)
      await second.terminate()
      const missed = await Promise.all(back.map((page) => page.rest))
      expect(missed.map((events) => events.map(({ data }) => (data as { to?: string }).to))).toEqual(
        Array.from({ length: PAGES }, () => ['WEBSITE_DOWN', undefined]),
      )
    } finally {
      await second.close()
      await first.close()
    }
    const told = `${first.output()}${second.output()}`.match(/told of \w+/g)
    expect(told).toEqual(['told of CONNECTED', 'told of WEBSITE_DOWN'])
  })
})

/** A page whose stream is open. `rest` is all that it hears until the stream ends. */
async function openPage(host: RunningHost, cookie: string, cursor: string | null) {
  const response = await fetch(`${host.origin}/api/nectar/changes`, {
    headers: { cookie, ...(cursor === null ? {} : { 'last-event-id': cursor }) },
  })
  const events = readEvents(response)
  const opening = await events.next()
  return { opening, rest: readAll(events) }
}

async function readAll(events: ReturnType<typeof readEvents>): Promise<StreamEvent[]> {
  const all: StreamEvent[] = []
  try {
    for (;;) {
      const event = await events.next()
      // A hint: the file does not say what another process wrote.
      if (event.name !== 'invitations') all.push(event)
    }
  } catch {
    // The stream ended.
    return all
  }
}

/** @throws Error when it is not accepted. Never resolves otherwise. */
async function refused(delivery: Promise<Response>): Promise<never> {
  const { ok, status } = await delivery
  if (!ok) throw new Error(`The webhook was answered with ${status}.`)
  return new Promise(() => {})
}

/** As Svix does it. */
function deliver(host: RunningHost, body: string, id: string): Promise<Response> {
  const at = new Date()
  return fetch(`${host.origin}/api/nectar/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
      'svix-signature': new Webhook(WEBHOOK_SECRET).sign(id, at, body),
    },
  })
}
