import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { developmentWordsIn } from '../../../packages/react/src/testing/development-words.ts'
import { CASES, wish } from './cases.ts'
import { COLUMNS, isFull } from './columns.ts'
import { nodeHost } from './host.ts'
import { type Nectar, startNectar, type Visit, visit } from './nectar.ts'
import { browserCodeOfNext, buildNext, nextHost } from './next-host.ts'
import type { RunningHost } from './start-process.ts'

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
    visitor = visit(host, running, nectar)
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
      const { post, deliver, nectar: api, connectionId } = visit(host, running, nectar)
      expect((await post('/invitations', wish())).status).toBe(503)
      expect((await deliver(JSON.stringify(api.eventOf(connectionId, 'ISSUE')))).status).toBe(503)
      expect(running.output()).toContain(remedy)
    })
  },
)
