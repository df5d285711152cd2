import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_HOSTS, buildNext } from './hosts.ts'
import { type Nectar, startNectar, type Visit, visit } from './nectar.ts'
import { readEvents } from './read-events.ts'
import type { RunningProcess } from './start-process.ts'

const host = ALL_HOSTS.find(({ name }) => name === 'Next.js App Router')
if (!host) throw new Error('There is no such host.')

let nectar: Nectar
let running: RunningProcess
let visitor: Visit

beforeAll(async () => {
  nectar = await startNectar()
  await buildNext()
  running = (await host.start(nectar.env)) as RunningProcess
  visitor = visit(host, running, nectar)
  // Until a first webhook has arrived, streams look for changes by themselves.
  await visitor.deliver(JSON.stringify({ type: 'document.created.v2', data: {} }))
})

afterAll(async () => {
  await running?.close()
  await nectar?.close()
})

describe('in a built Next.js app', () => {
  test.each([
    ['an API route', '/api/reconcile?company='],
    ['a server component', '/reconcile/'],
  ])('what %s finds out reaches the pages of the route handler', async (_where, path) => {
    const { get, companyId, connectionId } = visit(host, running, nectar)
    await fetch(`${running.origin}${path}${companyId}`)
    const events = readEvents(await get('/changes'))
    expect(await events.next()).toMatchObject({ name: 'ready' })
    nectar.eventOf(connectionId, 'WEBSITE_DOWN')
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
