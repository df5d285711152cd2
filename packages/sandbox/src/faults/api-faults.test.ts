import { expect, test, vi } from 'vitest'
import { createFaultyBench } from '../testing/bench.ts'

test('status answers in the API’s shape, and carries nothing out', async () => {
  const { addFault, create, made } = createFaultyBench()
  await addFault({ kind: 'status', code: 429, detail: 'Slow down.', retryAfterSeconds: 7, times: 1 })
  await addFault({ kind: 'status', code: 503 })
  const first = await create()
  expect(first.status).toBe(429)
  expect(first.headers.get('retry-after')).toBe('7')
  expect(first.headers.get('date')).not.toBeNull()
  expect(await first.json()).toEqual({ detail: 'Slow down.' })
  const second = await create()
  expect(second.status).toBe(503)
  expect(second.headers.get('retry-after')).toBeNull()
  expect(await second.json()).toEqual({ detail: expect.any(String) })
  expect(await made()).toBe(0)
})

test.each([
  ['drop', 0],
  ['lost-answer', 1],
] as const)('%s breaks the connection, with %d invitation made', async (kind, count) => {
  const { addFault, create, made } = createFaultyBench()
  await addFault({ kind })
  await expect(create()).rejects.toThrow(TypeError)
  expect(await made()).toBe(count)
})

test('html is a proxy’s page', async () => {
  const { addFault, create, made } = createFaultyBench()
  await addFault({ kind: 'html' })
  const response = await create()
  expect(response.status).toBe(502)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(await response.text()).toContain('502 Bad Gateway')
  expect(await made()).toBe(0)
})

test.each(['malformed', 'truncated'] as const)('%s spoils the body of what was carried out', async (kind) => {
  const { addFault, create, request, made } = createFaultyBench()
  await addFault({ kind })
  for (const response of [await create(), await request('/company')]) {
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    const text = await response.text()
    expect(text.length).toBeGreaterThan(20)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  }
  expect(await made()).toBe(1)
})

test('latency adds up, in real time though the sandbox’s clock stands', async () => {
  const { addFault, freezeTime, request, time } = createFaultyBench()
  await freezeTime()
  await addFault({ kind: 'latency', ms: 300 })
  await addFault({ kind: 'latency', ms: 200, route: 'GET /ping' })
  await addFault({ kind: 'status', code: 500 })
  let status: number | null = null
  const answered = request('/ping').then((response) => {
    status = response.status
  })
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  time.advance(300)
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  time.advance(199)
  await new Promise((resolve) => setImmediate(resolve))
  expect(status).toBeNull()
  time.advance(1)
  await answered
  expect(status).toBe(500)
})

test.each(['hang', 'latency'] as const)(
  '%s ends when the client goes away, with its own reason',
  async (kind) => {
    const { addFault, create, faults, made, time } = createFaultyBench()
    await addFault(kind === 'hang' ? { kind } : { kind, ms: 1000 })
    const leaving = new AbortController()
    const answer = create({ signal: leaving.signal })
    await vi.waitFor(async () => expect(await faults()).toMatchObject([{ hits: 1 }]))
    leaving.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(time.pending()).toBe(0)
    expect(await made()).toBe(0)
    await expect(create({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  },
)

test.each(['reset', 'close'] as const)('%s breaks off what hangs or waits', async (end) => {
  const { addFault, request, sandbox, time } = createFaultyBench()
  await addFault({ kind: 'hang', route: 'GET /ping' })
  await addFault({ kind: 'latency', route: 'GET /company', ms: 1000 })
  const answers = Promise.allSettled([request('/ping'), request('/company')])
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  if (end === 'reset') await sandbox.control.reset()
  else sandbox.close()
  for (const answer of await answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) })
  }
  expect(time.pending()).toBe(0)
  expect(await sandbox.control.faults()).toEqual([])
  expect((await request('/ping')).status).toBe(200)
})
