import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect, type NectarConnectProps } from '../button/nectar-connect.tsx'
import { type NectarConnectController, type UseNectarConnectOptions, useNectarConnect } from '../index.ts'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { stopClocks } from '../testing/stop-clocks.ts'
import { close, findFrame, openFrame, openLive, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { NectarFrame } from './nectar-frame.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function tree(backend: FakeBackend, props: NectarConnectProps) {
  return (
    <WithBackend backend={backend}>
      <NectarConnect {...props} />
    </WithBackend>
  )
}

describe('the steps of a session, in order', () => {
  test('left before its end', async () => {
    const onEvent = vi.fn()
    render(tree(createFakeBackend(), { onEvent }))
    await openLive()
    await close()
    const events = onEvent.mock.calls.map(([event]) => event)
    expect(events.map(({ name }) => name)).toEqual(['intro_viewed', 'consented', 'abandoned'])
    expect(new Set(events.map(({ sessionId }) => sessionId)).size).toBe(1)
    for (const event of events) {
      expect(event).toMatchObject({ version: 1, kind: 'contributor', presentation: 'dialog' })
    }
    expect(JSON.stringify(events)).not.toMatch(/inv_example|https?:/)
  })

  test('submitted: closing it afterwards is no step', async () => {
    const backend = createFakeBackend()
    const onEvent = vi.fn()
    const onExit = vi.fn()
    render(tree(backend, { onEvent, onExit }))
    await openLive()
    submit(backend)
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }, { timeout: 10_000 }))
    await waitFor(() => expect(onExit).toHaveBeenCalledOnce())
    const names = onEvent.mock.calls.map(([{ name }]) => name)
    expect(names).toEqual(['intro_viewed', 'consented', 'opened', 'submitted'])
  })

  test('twice is two sessions', async () => {
    const onEvent = vi.fn()
    render(tree(createFakeBackend(), { onEvent }))
    for (let times = 0; times < 2; times++) {
      await openFrame()
      await close()
    }
    expect(new Set(onEvent.mock.calls.map(([{ sessionId }]) => sessionId)).size).toBe(2)
  })
})

test('all of them are always the latest', async () => {
  const backend = createFakeBackend()
  const old = { onEvent: vi.fn(), onSubmitted: vi.fn(), onExit: vi.fn(), onError: vi.fn() }
  const { rerender } = render(tree(backend, old))
  await openLive()
  const early = old.onEvent.mock.calls.length
  const onSubmitted = vi.fn()
  const onEvent = vi.fn()
  rerender(tree(backend, { onSubmitted, onEvent }))
  submit(backend)
  await waitFor(() => expect(onSubmitted).toHaveBeenCalledOnce(), { timeout: 10_000 })
  expect(onEvent.mock.calls.map(([{ name }]) => name)).toEqual(['opened', 'submitted'])
  expect(old.onSubmitted).not.toHaveBeenCalled()
  expect(old.onEvent).toHaveBeenCalledTimes(early)
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

describe('running out of time', () => {
  /** Opens a page that the customer touches, and lets time go by; answers what is left when each phase begins. */
  async function run(
    lifeMs: number,
    options: UseNectarConnectOptions,
    { passMs, end }: { passMs: number; end: 'expiring' | 'expired' },
  ) {
    const pass = stopClocks()
    const backend = createFakeBackend({ lifeMs })
    const left = new Map<string, number | null>()
    let handle: NectarConnectController | undefined
    const onRender = (next: NectarConnectController) => {
      handle = next
      const { status } = next.phase
      if (!left.has(status)) left.set(status, next.getRemainingMs())
    }
    render(
      <WithBackend backend={backend}>
        <Own options={options} onRender={onRender} />
      </WithBackend>,
    )
    act(() => handle?.open())
    act(() => handle?.consent())
    fireEvent.load(await findFrame())
    act(() => handle?.frame.session.frameTouched(backend.invitation.id))
    pass(passMs)
    await waitFor(() => expect([...left.keys()]).toContain(end))
    return left
  }

  test('the customer is warned as early as the host wants', async () => {
    const left = await run(10_000, { warningMs: 4_000 }, { passMs: 6_000, end: 'expiring' })
    expect(left.get('expiring')).toBe(4_000)
  })

  test('but not from the start', async () => {
    const left = await run(12_000, { warningMs: 600_000 }, { passMs: 6_000, end: 'expiring' })
    expect(left.get('expiring')).toBe(6_000)
    expect(left.get('open')).toBe(12_000)
  })

  test('and then the host is told, once', async () => {
    const onExpired = vi.fn()
    const onEvent = vi.fn()
    await run(8_000, { onExpired, onEvent }, { passMs: 8_000, end: 'expired' })
    await waitFor(() => expect(onExpired).toHaveBeenCalledOnce())
    const names = onEvent.mock.calls.map(([{ name }]) => name)
    expect(names.at(-1)).toBe('expired')
    expect(names.filter((name) => name === 'expired')).toHaveLength(1)
  })
})
