import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { FRAME, openLive, say, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

/** Looks that nobody hinted at are held off: what is counted was caused by a message. */
async function show() {
  const backend = createFakeBackend()
  const onEvent = vi.fn()
  render(
    <WithBackend backend={backend}>
      <NectarConnect onEvent={onEvent} />
    </WithBackend>,
  )
  const frame = await openLive()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await arrive(() => say(frame))
  const { length } = backend.looks
  onEvent.mockClear()
  return { backend, frame, onEvent, looks: () => backend.looks.slice(length) }
}

/** Does something, and lets every answer that it asks for arrive. */
async function arrive(action: () => void) {
  await act(async () => {
    action()
    for (let turn = 0; turn < 20; turn++) await new Response('{}').json()
  })
}

test('what Nectar’s page says makes us look at once, and changes nothing else', async () => {
  const { frame, looks, onEvent } = await show()
  await arrive(() => say(frame))
  expect(looks()).toEqual([INVITATION.id])
  expect(screen.getByTitle(FRAME)).toBe(frame)
  expect(screen.queryByText('Details received')).toBeNull()
  expect(onEvent).not.toHaveBeenCalled()
})

test('the proof then is what the backend says', async () => {
  const { backend, frame, onEvent } = await show()
  submit(backend)
  await arrive(() => say(frame))
  expect(screen.getByRole('heading', { name: 'Details received' })).toBeTruthy()
  expect(onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'submitted' }))
})

const OTHERS = [
  'https://dash.nectarclimate.com.example',
  'http://dash.nectarclimate.com',
  'https://nectarclimate.com',
  location.origin,
  'null',
  '',
]

test.each(OTHERS)('from its window but the origin %j it is not heard', async (origin) => {
  const { backend, frame, looks } = await show()
  submit(backend)
  await arrive(() => say(frame, origin))
  expect(looks()).toEqual([])
})

test('from its origin but another window it is not heard', async () => {
  const { backend, frame, looks } = await show()
  submit(backend)
  const { origin } = new URL(frame.src)
  const other = document.body.appendChild(document.createElement('iframe'))
  for (const source of [window, window.parent, other.contentWindow, null]) {
    const message = new MessageEvent('message', { source, origin, data: 'submitted' })
    await arrive(() => void window.dispatchEvent(message))
  }
  other.remove()
  expect(looks()).toEqual([])
})
