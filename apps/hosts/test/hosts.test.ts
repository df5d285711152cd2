import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { developmentWordsIn } from '../../../packages/react/src/testing/development-words.ts'
import { isFull } from '../../../tooling/lib/is-full.ts'
import { CASES, invitationRequest } from './cases.ts'
import { COLUMNS } from './columns.ts'
import { nodeHost } from './host.ts'
import { type Nectar, startNectar, type Visit, visit } from './nectar.ts'
import { browserCodeOfNext, buildNext, nextHost } from './next-host.ts'
import { readEvents } from './read-events.ts'
import type { RunningHost, RunningProcess } from './start-process.ts'

let nectar: Nectar

beforeAll(async () => {
  nectar = await startNectar()
})

afterAll(() => nectar.close())

describe.each(COLUMNS)('$name', (host) => {
  if (host.missing !== null) {
    test.skip(`${host.name} is left out: ${host.missing}`, () => {})
    return
  }
  let running: RunningHost
  let visitor: Visit

  beforeAll(async () => {
    running = await host.start(nectar.env)
    visitor = await visit(host, running, nectar)
  })
  afterAll(() => running?.close())

  const cases = CASES.filter(({ appliesTo }) => appliesTo?.(host) ?? true)
  test.each(cases)('$name', ({ run }) => run(visitor))
})

test('the pages of the Next.js app say nothing that is for developers', async () => {
  await buildNext('next')
  const code = browserCodeOfNext('next')
  expect(code).toContain('Connect a utility account')
  expect(developmentWordsIn(code)).toEqual([])
})

/** Hosts with a parser in front that keeps nothing, and what the log says to do. */
const PARSED = [
  {
    host: nodeHost('elsewhere/express-json-first.ts', { name: 'Express', basePath: '/api/nectar' }),
    remedy: 'express.json({ verify: keepRawBody })',
  },
  {
    host: nextHost('next-pages', { name: 'Next.js Pages Router', basePath: '/api/parsed', always: false }),
    remedy: 'api: { bodyParser: false }',
  },
]

describe.each(PARSED.filter(({ host }) => host.always || isFull))(
  '$host.name behind a parser that keeps nothing',
  ({ host, remedy }) => {
    test('webhooks and invitations are refused, and the log shows the fix', async () => {
      const running = await host.start(nectar.env)
      onTestFinished(running.close)
      const { post, deliver, nectar: api, connectionId } = await visit(host, running, nectar)
      expect((await post('/invitations', invitationRequest())).status).toBe(503)
      expect((await deliver(JSON.stringify(await api.eventOf(connectionId, 'ISSUE')))).status).toBe(503)
      expect(running.output()).toContain(remedy)
    })
  },
)

describe('the instance of a built Next.js app', () => {
  const host = nextHost('next', { name: 'Next.js App Router' })
  let running: RunningProcess
  let visitor: Visit

  beforeAll(async () => {
    running = await host.start(nectar.env)
    visitor = await visit(host, running, nectar)
    // Until a first webhook has arrived, streams look for changes by themselves.
    await visitor.deliver(JSON.stringify({ type: 'document.created.v2', data: {} }))
  })
  afterAll(() => running?.close())

  test.each([
    ['an API route', '/api/reconcile?company='],
    ['a server component', '/reconcile/'],
  ])('is one: what %s finds out reaches the pages of the route handler', async (_where, path) => {
    const { get, companyId, connectionId } = await visit(host, running, nectar)
    await fetch(`${running.origin}${path}${companyId}`)
    const events = readEvents(await get('/changes'))
    expect(await events.next()).toMatchObject({ name: 'ready' })
    await nectar.eventOf(connectionId, 'WEBSITE_DOWN')
    await fetch(`${running.origin}${path}${companyId}`)
    const change = await events.next()
    expect(change).toMatchObject({ name: 'change', data: { to: 'WEBSITE_DOWN', source: 'reconcile' } })
    expect(running.output()).not.toContain('second NectarConnect')
  })

  test('SIGTERM says goodbye to every page and ends the process in time', async () => {
    const { get } = visitor
    const pages = await Promise.all(
      Array.from({ length: 20 }, async (_, user) => {
        const cookie = `company=${visitor.companyId}; user=page-${user}`
        const events = readEvents(await get('/changes', { headers: { cookie } }))
        await events.next()
        return events
      }),
    )
    const exit = await running.terminate()
    expect(exit.tookMs).toBeLessThan(12_000)
    const heard = await Promise.all(pages.map((events) => events.next()))
    expect(heard.map(({ name, data }) => [name, data])).toEqual(
      Array.from({ length: 20 }, () => ['end', { reason: 'shutdown' }]),
    )
  })
})
