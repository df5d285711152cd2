import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { findConsent, findFrame, findTrigger } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Every request for an invitation, refused or not. */
function invitationRequests(requests: { mock: { calls: Parameters<typeof fetch>[] } }) {
  return requests.mock.calls
    .filter(([path, init]) => init?.method === 'POST' && String(path).endsWith('/invitations'))
    .map(([, init]) => JSON.parse(String(init?.body)))
}

async function fail(backend: FakeBackend, onSignedOut?: () => Promise<void>) {
  const requests = vi.spyOn(backend, 'fetch')
  render(
    <WithBackend backend={backend} {...(onSignedOut && { onSignedOut })}>
      <NectarConnect />
    </WithBackend>,
  )
  await userEvent.click(await findTrigger())
  const consent = await findConsent()
  return { requests, consent }
}

describe('signed out before the page opens', () => {
  const SIGN_IN = { name: 'Sign in to Plumbline' }

  test('after signing in, the very same request is repeated', async () => {
    const backend = createFakeBackend()
    const onSignedOut = vi.fn(async () => {
      backend.problem = null
    })
    const { requests, consent } = await fail(backend, onSignedOut)
    backend.problem = 'unauthenticated'
    await userEvent.click(consent)
    await screen.findByRole('dialog', { name: 'You have been signed out' })
    await userEvent.click(screen.getByRole('button', SIGN_IN))
    await findFrame()
    expect(onSignedOut).toHaveBeenCalledOnce()
    const [first, second] = invitationRequests(requests)
    expect(first).toMatchObject({ reason: 'first' })
    expect(second).toEqual(first)
    expect(invitationRequests(requests)).toHaveLength(2)
  })

  test('whoever does not sign in after all stays where they are', async () => {
    vi.spyOn(window, 'reportError').mockImplementation(() => {})
    const backend = createFakeBackend()
    const onSignedOut = vi.fn(() => Promise.reject(new Error('the window was closed')))
    const { requests, consent } = await fail(backend, onSignedOut)
    backend.problem = 'unauthenticated'
    await userEvent.click(consent)
    const button = await screen.findByRole('button', SIGN_IN)
    await userEvent.click(button)
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce())
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'))
    expect(screen.getByRole('dialog', { name: 'You have been signed out' })).toBeTruthy()
    expect(invitationRequests(requests)).toHaveLength(1)
  })
})

test('too many requests: not again before the server’s time, and then it works', async () => {
  const backend = createFakeBackend()
  const { requests, consent } = await fail(backend)
  backend.problem = 'rate_limited'
  backend.retryAfterMs = 3_000
  const start = performance.now()
  await userEvent.click(consent)
  const button = await screen.findByRole('button', { name: /Try again in 0:0[123]/ })
  backend.problem = null
  expect(button.getAttribute('aria-disabled')).toBe('true')
  button.click()
  expect(invitationRequests(requests)).toHaveLength(1)

  await waitFor(() => expect(button.textContent).toBe('Try again'), { timeout: 10_000 })
  expect(performance.now() - start).toBeGreaterThanOrEqual(3_000)
  expect(invitationRequests(requests)).toHaveLength(1)
  await userEvent.click(button)
  await findFrame()
  const [first, second] = invitationRequests(requests)
  expect(second).toEqual(first)
})

describe('what is told of a fault', () => {
  const CONNECTION = /check your internet connection/i
  const open = async (answer: () => Promise<Response>) => {
    render(
      <WithBackend backend={{ fetch: answer }}>
        <NectarConnect />
      </WithBackend>,
    )
    await userEvent.click(await findTrigger())
    await userEvent.click(await findConsent())
    return (await screen.findByRole('dialog', { name: 'We could not open the page' })).textContent
  }
  const html = (status: number) =>
    new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html' } })

  test.each([200, 404, 500, 502, 504])(
    'a page of the host with %i: not of the customer’s connection',
    async (status) => {
      vi.spyOn(console, 'warn').mockImplementation(() => {})
      const text = await open(async () => html(status))
      expect(text).toContain('had a problem of its own')
      expect(text).not.toMatch(CONNECTION)
    },
  )

  test.each(['host_error', 'internal_error', 'not_configured', 'nectar_rejected_key'] as const)(
    '%s: not of the customer’s connection',
    async (problem) => {
      await fail(createFakeBackend({ problem })).then(({ consent }) => userEvent.click(consent))
      const dialog = await vi.waitUntil(() => document.querySelector('dialog[data-nectar-phase="failed"]'))
      expect(dialog.textContent).not.toMatch(CONNECTION)
    },
  )

  test('a network that lets nothing through is', async () => {
    const text = await open(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(text).toMatch(CONNECTION)
  })
})
