import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { developmentWordsIn } from '../../../packages/react/src/testing/development-words.ts'
import { CASES } from './cases.ts'
import { ALL_HOSTS, browserCodeOfNext, buildNext } from './hosts.ts'
import { type Nectar, startNectar, type Visit, visit } from './nectar.ts'
import { type RunningHost, startProcess } from './start-process.ts'

let nectar: Nectar

beforeAll(async () => {
  nectar = await startNectar()
  await buildNext()
})

afterAll(() => nectar.close())

describe.each(ALL_HOSTS)('$name', (host) => {
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

test('the pages of the Next.js app say nothing that is for developers', () => {
  const code = browserCodeOfNext()
  expect(code).toContain('Connect a utility account')
  expect(developmentWordsIn(code)).toEqual([])
})

describe('where it is mounted behind a parser that keeps nothing', () => {
  test('webhooks and invitations are refused, and the log shows the fix', async () => {
    const [usual] = ALL_HOSTS
    if (!usual) return
    const running = await startProcess(
      [process.execPath, 'elsewhere/express-json-first.ts'],
      nectar.env,
      '/api/nectar/health',
    )
    try {
      const { post, deliver, nectar: api, connectionId } = visit(usual, running, nectar)
      const body = JSON.stringify({ attemptId: crypto.randomUUID(), reason: 'open', kind: 'contributor' })
      expect((await post('/invitations', body)).status).toBe(503)
      expect((await deliver(JSON.stringify(api.eventOf(connectionId, 'ISSUE')))).status).toBe(503)
      expect(running.output()).toContain('express.json({ verify: keepRawBody })')
    } finally {
      await running.close()
    }
  })
})
