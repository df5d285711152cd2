import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { StrictMode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { ConnectionList } from '../lists/connection-list.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { createRealStack } from '../testing/real-stack.ts'
import { CONNECT, findConsent, MADE, openFrame, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { NectarConnect, type NectarConnectProps } from './nectar-connect.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function show(backend: { fetch: typeof fetch }, props: NectarConnectProps = {}) {
  return render(
    <WithBackend backend={backend}>
      <NectarConnect {...props} />
      <ConnectionList />
    </WithBackend>,
  )
}

function Restless({ stack }: { stack: Awaited<ReturnType<typeof createRealStack>> }) {
  const [count, setCount] = useState(0)
  const [key, setKey] = useState(0)
  return (
    <StrictMode>
      <WithBackend backend={stack}>
        <NectarConnect key={key} onSubmitted={() => count} onExit={() => {}} input={undefined} />
      </WithBackend>
      <button type="button" onClick={() => setCount(count + 1)}>
        render again
      </button>
      <button type="button" onClick={() => setKey(key + 1)}>
        mount again
      </button>
    </StrictMode>
  )
}

describe('one invitation for each opened session, counted at the sandbox', () => {
  test('strict mode, double clicks, re-rendering and remounting create one', async () => {
    const stack = await createRealStack()
    render(<Restless stack={stack} />)
    const button = await screen.findByRole('button', { name: CONNECT.name })
    await userEvent.dblClick(button)
    const consent = await findConsent()
    act(() => {
      consent.click()
      consent.click()
    })
    const frame = await screen.findByTitle('Nectar’s sign-in page')
    const url = frame.getAttribute('src')
    for (const name of ['render again', 'mount again', 'render again', 'mount again']) {
      act(() => screen.getByText(name).click())
    }
    expect((await screen.findByTitle('Nectar’s sign-in page')).getAttribute('src')).toBe(url)
    expect(await stack.created()).toBe(1)
    stack.sandbox.close()
  })

  test('no invitation is created by showing the button, or the intro', async () => {
    const stack = await createRealStack()
    show(stack)
    await userEvent.click(page.getByRole('button', CONNECT))
    await screen.findByRole('heading', { name: CONNECT.name })
    expect(await stack.created()).toBe(0)
    stack.sandbox.close()
  })

  test('closed without use, it is revoked', async () => {
    const stack = await createRealStack()
    show(stack)
    await openFrame()
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(async () =>
      expect((await stack.sandbox.control.snapshot()).invitations).toMatchObject([{ status: 'REVOKED' }]),
    )
    stack.sandbox.close()
  })
})

describe('the frame', () => {
  test('is sandboxed, tells nobody where it was opened, and is named', async () => {
    show(createFakeBackend())
    const frame = await openFrame()
    expect(frame.getAttribute('sandbox')).toBe(
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    )
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer')
    const link = screen.getByRole('link', { name: /Open in a new tab/ })
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(link.getAttribute('href')).toBe(frame.getAttribute('src'))
  })

  test('on the host’s own origin it is not shown at all', async () => {
    const backend = createFakeBackend()
    backend.invitation.url = `${location.origin}/p/i/t`
    show(backend)
    await userEvent.click(page.getByRole('button', CONNECT))
    await userEvent.click(await findConsent())
    await screen.findByRole('heading', { name: 'Nectar’s page cannot be shown here' })
    expect(backend.revoked).toEqual([backend.invitation.id])
  })
})

describe('what is said is what was proved', () => {
  test('details received, then connected, each when the backend says so', async () => {
    const backend = createFakeBackend()
    const onSubmitted = vi.fn()
    const onConnected = vi.fn()
    show(backend, { onSubmitted, onConnected })
    await openFrame()
    expect(onSubmitted).not.toHaveBeenCalled()

    submit(backend)
    await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
    expect(onSubmitted).toHaveBeenCalledExactlyOnceWith({ connections: [{ id: MADE.id }] })
    expect(screen.queryByRole('heading', { name: 'Connected' })).toBeNull()
    expect(onConnected).not.toHaveBeenCalled()

    backend.connections = backend.connections.map((made) => ({ ...made, status: 'CONNECTED' }))
    await screen.findByRole('heading', { name: 'Connected' }, { timeout: 10_000 })
    await waitFor(() => expect(onConnected).toHaveBeenCalledOnce())
  })

  test('a sign-in that was not accepted: trying again reconnects that connection', async () => {
    const backend = createFakeBackend()
    show(backend)
    await openFrame()
    submit(backend)
    backend.connections = backend.connections.map((made) => ({ ...made, status: 'PASSWORD_INCORRECT' }))
    await screen.findByRole('heading', { name: 'Sign-in not accepted' }, { timeout: 10_000 })

    const id = '3c90c3cc-0d44-4b50-8888-8dd257360999'
    backend.invitation = { ...backend.invitation, id, status: 'ACTIVE', createdConnections: [] }
    await userEvent.click(screen.getByRole('button', { name: /Try again/ }))
    await screen.findByTitle('Nectar’s sign-in page')
    expect(backend.created.at(-1)).toMatchObject({
      kind: 'reconnect',
      connectionId: MADE.id,
      reason: 'retry',
    })

    backend.invitation = { ...backend.invitation, useCount: 1 }
    await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
    expect(screen.getAllByText('Checking new sign-in').length).toBeGreaterThan(0)
  })

  test('the list shows it without being asked to, also after the dialog was closed', async () => {
    const backend = createFakeBackend()
    show(backend)
    await openFrame()
    submit(backend)
    await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
    await userEvent.click(screen.getByRole('button', { name: 'Done' }))
    const list = await screen.findByRole('region', { name: 'Utility accounts' })
    await within(list).findByText('Coast Range Gas')
  })
})

describe('a good guest', () => {
  test('callbacks are always the latest', async () => {
    const backend = createFakeBackend()
    const first = vi.fn()
    const second = vi.fn()
    const tree = (onExit: () => void) => (
      <WithBackend backend={backend}>
        <NectarConnect onExit={onExit} />
      </WithBackend>
    )
    const { rerender } = render(tree(first))
    await userEvent.click(page.getByRole('button', CONNECT))
    rerender(tree(second))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(second).toHaveBeenCalledOnce())
    expect(first).not.toHaveBeenCalled()
  })

  test('a narrow screen is told first, and may go on', async () => {
    await page.viewport(390, 800)
    const backend = createFakeBackend()
    show(backend)
    await userEvent.click(page.getByRole('button', CONNECT))
    await userEvent.click(await findConsent())
    await screen.findByRole('heading', { name: 'This needs a bigger screen' })
    expect(backend.created).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Open it here anyway' }))
    await screen.findByTitle('Nectar’s sign-in page')
  })
})

describe('it says why, and offers a way on', () => {
  test.each([
    ['nectar_unavailable', 'Nectar did not answer', 'Try again'],
    ['rate_limited', 'Too many people at once', 'Try again'],
    ['internal_error', 'We could not open the page', 'Try again'],
    ['client_outdated', 'Plumbline was updated', 'Reload the page'],
    ['company_missing', 'Not set up yet', 'Contact Plumbline'],
    ['not_configured', 'This is not working yet', 'Contact Plumbline'],
    ['nectar_rejected_key', 'This is not working yet', 'Contact Plumbline'],
    ['unauthenticated', 'You have been signed out', 'Try again'],
  ] as const)('%s', async (code, title, wayOn) => {
    const backend = createFakeBackend()
    const onError = vi.fn()
    show(backend, { onError })
    await userEvent.click(page.getByRole('button', CONNECT))
    backend.problem = code
    await userEvent.click(await findConsent())
    const dialog = await screen.findByRole('dialog', { name: title })
    expect(within(dialog).getByText('NC-7F3K-92QD')).toBeTruthy()
    expect(within(dialog).getByText(wayOn)).toBeTruthy()
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code }))
  })

  test('names who can, where this user may not', async () => {
    const backend = createFakeBackend({ administratorNames: ['Dana Ruiz', 'Theo Park'] })
    show(backend)
    await userEvent.click(page.getByRole('button', CONNECT))
    backend.problem = 'not_allowed'
    await userEvent.click(await findConsent())
    await screen.findByText('Dana Ruiz and Theo Park')
  })

  test('after a failure, trying again opens the page', async () => {
    const backend = createFakeBackend()
    show(backend)
    await userEvent.click(page.getByRole('button', CONNECT))
    backend.problem = 'nectar_unavailable'
    await userEvent.click(await findConsent())
    await screen.findByRole('dialog', { name: 'Nectar did not answer' })
    backend.problem = null
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByTitle('Nectar’s sign-in page')
  })
})
