import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { catchTabs, FRAME, findConsent, findTrigger, openLive, say, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

describe('its messages', () => {
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
})

describe('the policy of the host’s page', () => {
  function show() {
    const backend = createFakeBackend()
    const onError = vi.fn()
    const onEvent = vi.fn()
    render(
      <WithBackend backend={backend}>
        <NectarConnect onError={onError} onEvent={onEvent} />
      </WithBackend>,
    )
    const events = () => onEvent.mock.calls.map(([{ name }]) => name)
    return { backend, onError, events }
  }

  function violate(init: Partial<SecurityPolicyViolationEventInit>) {
    const event = new SecurityPolicyViolationEvent('securitypolicyviolation', {
      bubbles: true,
      composed: true,
      documentURI: location.href,
      blockedURI: INVITATION.url,
      disposition: 'enforce',
      effectiveDirective: 'frame-src',
      originalPolicy: "frame-src 'self'",
      violatedDirective: 'frame-src',
      statusCode: 200,
      ...init,
    })
    act(() => void document.dispatchEvent(event))
  }

  describe('what the policy of the host’s page says about others changes nothing', () => {
    test.each([
      ['another origin', { blockedURI: 'https://dash.nectarclimate.com.example/p/i/inv_example' }],
      ['another kind of thing', { effectiveDirective: 'img-src' }],
      ['a policy that only reports', { disposition: 'report' }],
    ] as const)('%s', async (_, init) => {
      const { onError } = show()
      const frame = await openLive()
      violate(init)
      expect(screen.getByTitle(FRAME)).toBe(frame)
      expect(onError).not.toHaveBeenCalled()
    })

    test('and the one about Nectar’s page is heard', async () => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
      const { onError } = show()
      await openLive()
      violate({})
      expect(warn.mock.calls).toEqual([
        [expect.stringContaining(`frame-src ${new URL(INVITATION.url).origin}`)],
      ])
      warn.mockRestore()
      const dialog = await screen.findByRole('dialog', { name: 'Nectar’s page cannot be shown here' })
      expect(within(dialog).getByText(/^Fix: Add to the policy: frame-src/)).toBeTruthy()
      expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'frame_blocked' }))
    })
  })

  // Last, since a policy cannot be removed.
  test('a policy that keeps the page out: it opens in a tab of its own, and what happens there is noticed', async () => {
    const policy = document.createElement('meta')
    policy.httpEquiv = 'Content-Security-Policy'
    policy.content = "frame-src 'self' blob:"
    document.head.append(policy)
    const tabs = catchTabs()
    const { backend, events } = show()
    await userEvent.click(await findTrigger())
    await userEvent.click(await findConsent())
    await screen.findByRole('dialog', { name: 'Nectar’s page cannot be shown here' })
    expect(backend.revoked).toEqual([])

    await userEvent.click(screen.getByRole('link', { name: /Open in a new tab/ }))
    await screen.findByRole('dialog', { name: 'Carry on in a new tab' })
    expect(tabs.map(({ href, rel }) => [href, rel])).toEqual([[INVITATION.url, 'noopener noreferrer']])
    expect(screen.queryByTitle(FRAME)).toBeNull()

    submit(backend)
    await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
    expect(backend.created).toHaveLength(1)
    expect(backend.revoked).toEqual([])
    await waitFor(() =>
      expect(events().slice(-4)).toEqual(['failed', 'opened_in_tab', 'opened', 'submitted']),
    )
  })
})
