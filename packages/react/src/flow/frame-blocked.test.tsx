import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { catchTabs, FRAME, findConsent, findTrigger, openLive, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

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
    expect(within(dialog).getByText(/^Add to the policy: frame-src/)).toBeTruthy()
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
  await waitFor(() => expect(events().slice(-4)).toEqual(['failed', 'opened_in_tab', 'opened', 'submitted']))
})
