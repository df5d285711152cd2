import { type Problem, problem } from '@nectar-connect/contract/wire'
import { createNectarConnectWith } from '../app/create-nectar-connect.ts'
import type { NectarConnectServer } from '../app/nectar-connect.ts'
import type { Authorization } from '../settings/authorization.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { COMPANY, createFakeNectar, type FakeNectar } from './fake-nectar.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

export interface LogLine {
  level: string
  message: string
  fields: Record<string, unknown>
}

export interface Harness {
  nectar: NectarConnectServer
  fake: FakeNectar
  clock: TestClock
  logs: LogLine[]
  /** Everything that was logged, as one text. */
  logText(): string
  /** Who is signed in; tests change it. */
  session: { current: Authorization | null }
  get(path: string, init?: RequestInit): Promise<Response>
  /** A POST as a page of the host makes it. */
  post(path: string, body?: unknown, init?: RequestInit): Promise<Response>
}

export function createHarness(
  options: Partial<NectarConnectOptions> = {},
  prepare: (fake: FakeNectar) => void = () => {},
): Harness {
  const clock = createTestClock()
  const fake = createFakeNectar(clock.now)
  prepare(fake)
  const logs: LogLine[] = []
  const write = (level: string) => (message: string, fields: Record<string, unknown>) => {
    logs.push({ level, message, fields })
  }
  const session: Harness['session'] = { current: { companyId: COMPANY, userId: 'user-1' } }
  const nectar = createNectarConnectWith(
    {
      apiKey: 'test-key-1',
      authorize: () => session.current,
      fetch: fake.fetch,
      now: clock.now,
      logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
      ...options,
    },
    clock.timers,
  )
  const url = (path: string) => `http://internal:3000/api/nectar${path}`
  return {
    nectar,
    fake,
    clock,
    logs,
    logText: () => logs.map((line) => JSON.stringify(line)).join('\n'),
    session,
    get: (path, init) => nectar.handler(new Request(url(path), init)),
    post: (path, body, init = {}) => {
      const headers = new Headers({ 'sec-fetch-site': 'same-origin' })
      if (body !== undefined) headers.set('content-type', 'application/json')
      for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
      return nectar.handler(
        new Request(url(path), {
          method: 'POST',
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          ...init,
          headers,
        }),
      )
    },
  }
}

/** A valid body of `POST /invitations`. */
export function invitationRequest(fields: Record<string, unknown> = {}) {
  return { idempotencyKey: crypto.randomUUID(), reason: 'first', kind: 'contributor', ...fields }
}

/** The problem in a response; fails when it is none. */
export async function readProblem(response: Response): Promise<Problem> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
    throw new Error(`Expected a problem, got ${response.status}: ${await response.text()}`)
  }
  return problem(await response.json())
}

/** `status code`, short enough to compare in a table. */
export async function outcomeOf(response: Response): Promise<string> {
  if (response.ok) return String(response.status)
  return `${response.status} ${(await readProblem(response)).code}`
}
