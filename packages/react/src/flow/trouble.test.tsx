import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { stopClocks } from '../testing/stop-clocks.ts'
import { FRAME, findFrame, openLive, say } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function show(onSignedOut?: () => Promise<void>, initial: Partial<FakeBackend> = {}) {
  const backend = createFakeBackend(initial)
  const onError = vi.fn()
  render(
    <WithBackend backend={backend} {...(onSignedOut && { onSignedOut })}>
      <NectarConnect onError={onError} />
    </WithBackend>,
  )
  return { backend, onError, frame: await openLive() }
}

function looks({ requests }: FakeBackend) {
  return requests.filter((request) => request.startsWith('GET /invitations/'))
}

describe('signed out while the page is open', () => {
  const NOTICE = /You have been signed out of Plumbline/
  const SIGN_IN = { name: 'Sign in to Plumbline' }

  test('it is said, the page stays, and signing in brings the news back', async () => {
    const onSignedOut = vi.fn(async () => {
      backend.problem = null
    })
    const { backend, frame, onError } = await show(onSignedOut)
    backend.problem = 'unauthenticated'
    say(frame)
    await screen.findByText(NOTICE)
    expect(await findFrame()).toBe(frame)
    expect(onSignedOut).not.toHaveBeenCalled()

    await userEvent.click(screen.getByRole('button', SIGN_IN))
    await waitFor(() => expect(screen.queryByText(NOTICE)).toBeNull())
    expect(onSignedOut).toHaveBeenCalledOnce()
    expect(screen.getByTitle(FRAME)).toBe(frame)
    expect(backend.created).toHaveLength(1)
    expect(onError).not.toHaveBeenCalled()
  })

  test('whoever does not sign in after all can go on, and try again', async () => {
    vi.spyOn(window, 'reportError').mockImplementation(() => {})
    const onSignedOut = vi.fn(() => Promise.reject(new Error('the window was closed')))
    const { backend, frame } = await show(onSignedOut)
    backend.problem = 'unauthenticated'
    say(frame)
    const button = await screen.findByRole('button', SIGN_IN)
    await userEvent.click(button)
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'))
    await userEvent.click(button)
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(2))
    expect(screen.getByText(NOTICE)).toBeTruthy()
    expect(screen.getByTitle(FRAME)).toBe(frame)
  })

  test('while signing in, a second click starts nothing', async () => {
    const onSignedOut = vi.fn(() => new Promise<void>(() => {}))
    const { backend, frame } = await show(onSignedOut)
    backend.problem = 'unauthenticated'
    say(frame)
    const button = await screen.findByRole('button', SIGN_IN)
    await userEvent.click(button)
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'))
    act(() => button.click())
    expect(onSignedOut).toHaveBeenCalledOnce()
  })

  test('where the host has no way to sign in, it is only said', async () => {
    const { backend, frame } = await show()
    backend.problem = 'unauthenticated'
    say(frame)
    await screen.findByText(NOTICE)
    expect(screen.queryByRole('button', SIGN_IN)).toBeNull()
  })
})

test('a backend that is down: said from the second failure on, until it answers again', async () => {
  const { backend, frame } = await show()
  backend.isDown = true
  backend.requests = []
  say(frame)
  await screen.findByText(/Plumbline does not answer at the moment/, {}, { timeout: 10_000 })
  expect(looks(backend)).toHaveLength(2)
  expect(screen.getByTitle(FRAME)).toBe(frame)

  backend.isDown = false
  say(frame)
  await waitFor(() => expect(screen.queryByText(/does not answer/)).toBeNull())
  expect(screen.getByTitle(FRAME)).toBe(frame)
})

test('nobody can say anything about a page that is over: a fresh one is a click away', async () => {
  const pass = stopClocks()
  const { backend, frame } = await show(undefined, { lifeMs: 600_000 })
  backend.problem = 'not_allowed'
  say(frame)
  await waitFor(() => expect(document.querySelector('.nectar-notice')).toBeTruthy())
  pass(601_000)
  await waitFor(() => expect(document.querySelector('dialog[data-nectar-phase="checking"]')).toBeTruthy())
  expect(screen.getByTitle(FRAME)).toBe(frame)
  backend.problem = null
  screen.getByRole('button', { name: 'Get a fresh page' }).click()
  await waitFor(() => expect(backend.created).toHaveLength(2))
  expect(backend.created[1]).toMatchObject({ reason: 'expired' })
})

test('one failure alone is not worth a word', async () => {
  const { backend, frame } = await show()
  backend.isDown = true
  backend.requests = []
  say(frame)
  await waitFor(() => expect(looks(backend)).toHaveLength(1))
  backend.isDown = false
  await waitFor(() => expect(looks(backend)).toHaveLength(2), { timeout: 10_000 })
  expect(document.querySelector('.nectar-notice')).toBeNull()
})

test('offline: said at once, and no longer than it lasts', async () => {
  const { frame } = await show()
  const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => void window.dispatchEvent(new Event('offline')))
  expect(document.querySelector('.nectar-notice')?.textContent).toContain('You are offline.')
  expect(screen.getByRole('status').textContent).toBe('You are offline.')
  isOnline.mockReturnValue(true)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(document.querySelector('.nectar-notice')).toBeNull()
  expect(screen.getByTitle(FRAME)).toBe(frame)
})
