import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { NectarFrame } from '../flow/nectar-frame.tsx'
import { type NectarConnectController, type UseNectarConnectOptions, useNectarConnect } from '../index.ts'
import { createFakeBackend, type FakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { stopClocks } from '../testing/stop-clocks.ts'
import { FRAME, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

interface OwnProps {
  options: UseNectarConnectOptions
  onRender: (connect: NectarConnectController) => void
}

/** A host's own screens. */
function Own({ options, onRender }: OwnProps) {
  const connect = useNectarConnect(options)
  onRender(connect)
  return <NectarFrame connect={connect} />
}

/** Keeps all that a host ever sees. */
function use(backend: FakeBackend, options: UseNectarConnectOptions = {}) {
  const seen: string[] = []
  const secrets: string[] = []
  const result = {} as { current: NectarConnectController }
  const onRender = (connect: NectarConnectController) => {
    result.current = connect
    if (seen.at(-1) !== connect.phase.status) seen.push(connect.phase.status)
    const told = JSON.stringify(connect.phase)
    if (/inv_example|\/p\/i\//.test(told)) secrets.push(told)
  }
  render(
    <WithBackend backend={backend}>
      <Own options={options} onRender={onRender} />
    </WithBackend>,
  )
  return {
    seen,
    secrets,
    connect: () => result.current,
    touch: () => act(() => result.current.frame.session.frameTouched(backend.invitation.id)),
    load: async () => void fireEvent.load(await screen.findByTitle(FRAME)),
    /** It may be over before a busy machine looks again. */
    reach: (wanted: string) => waitFor(() => expect(seen).toContain(wanted), { timeout: 20_000 }),
    start() {
      act(() => result.current.open())
      act(() => result.current.consent())
    },
  }
}

test('from nothing to details received, with no address in any phase', async () => {
  const backend = createFakeBackend()
  const { start, load, reach, seen, secrets, connect } = use(backend)
  start()
  await load()
  submit(backend)
  await reach('submitted')
  expect(seen).toEqual(['idle', 'intro', 'requesting', 'loading', 'open', 'submitted'])
  expect(connect().phase).toMatchObject({ connections: [{ id: backend.connections[0]?.id }] })
  act(() => connect().close())
  await reach('closed')
  expect(secrets).toEqual([])
})

test('every way to an end that is none, with no address in any phase', async () => {
  const pass = stopClocks()
  const backend = createFakeBackend({ problem: 'nectar_unavailable' })
  const { start, load, reach, touch, secrets, connect } = use(backend)
  start()
  await reach('failed')
  expect(connect()).toMatchObject({
    canOpenInNewTab: false,
    phase: { error: { code: 'nectar_unavailable' } },
  })
  backend.problem = null
  backend.lifeMs = 600_000
  act(() => connect().retry())
  await load()
  touch()
  pass(500_000)
  await reach('expiring')
  pass(101_000)
  await reach('expired')
  backend.lifeMs = null
  act(() => connect().requestNewPage())
  await load()
  backend.invitation = { ...backend.invitation, status: 'REVOKED' }
  await reach('closedByNectar')
  expect(connect().phase).toMatchObject({ reason: 'revoked' })
  expect(secrets).toEqual([])
  expect(backend.created).toMatchObject([{ reason: 'first' }, { reason: 'expired' }])
})

test('time left is asked for whenever it is wanted', async () => {
  const pass = stopClocks()
  const backend = createFakeBackend({ lifeMs: 60_000 })
  const { start, load, connect } = use(backend)
  start()
  await load()
  const { getRemainingMs } = connect()
  expect(getRemainingMs()).toBe(60_000)
  pass(1_500)
  expect(getRemainingMs()).toBe(58_500)
})

test('a page that never runs out says so', async () => {
  const backend = createFakeBackend()
  backend.invitation.expiresInMs = null
  const { start, load, connect } = use(backend)
  start()
  await load()
  expect(connect().phase.status).toBe('open')
  expect(connect().getRemainingMs()).toBeNull()
})

test('a failure says how long to wait, and is not repeated before', async () => {
  const backend = createFakeBackend({ problem: 'rate_limited', retryAfterMs: 60_000 })
  const { start, reach, connect, seen } = use(backend)
  start()
  await reach('failed')
  const wait = connect().getRetryInMs()
  expect(wait).toBeGreaterThan(30_000)
  expect(wait).toBeLessThanOrEqual(60_000)
  act(() => connect().retry())
  expect(seen.at(-1)).toBe('failed')
})

test('in a tab of its own: a real link, the frame goes, the session is watched here, and the frame can come back', async () => {
  const followed: HTMLAnchorElement[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(this)
  })
  const backend = createFakeBackend()
  const { start, reach, connect } = use(backend)
  act(() => connect().openInNewTab())
  expect(followed).toEqual([])
  start()
  await screen.findByTitle(FRAME)
  act(() => connect().openInNewTab())
  expect(followed.map(({ href, target, rel }) => ({ href, target, rel }))).toEqual([
    { href: INVITATION.url, target: '_blank', rel: 'noopener noreferrer' },
  ])
  expect(connect().phase).toMatchObject({ status: 'open', display: 'tab' })
  await waitFor(() => expect(screen.queryByTitle(FRAME)).toBeNull())
  act(() => connect().backToFrame())
  expect(connect().phase).toMatchObject({ status: 'loading', display: 'both' })
  await screen.findByTitle(FRAME)
  submit(backend)
  await reach('submitted')
  expect(backend.created).toHaveLength(1)
})

test('the frame is there only while there is a page', async () => {
  const backend = createFakeBackend()
  const { connect } = use(backend)
  expect(screen.queryByTitle(FRAME)).toBeNull()
  act(() => connect().open())
  expect(screen.queryByTitle(FRAME)).toBeNull()
  act(() => connect().consent())
  await screen.findByTitle(FRAME)
  act(() => connect().close())
  await waitFor(() => expect(screen.queryByTitle(FRAME)).toBeNull())
  await waitFor(() => expect(backend.revoked).toEqual([INVITATION.id]))
})
