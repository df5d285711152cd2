import { ConnectError } from '@nectar-connect/client'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentProps, ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { ShareButton } from '../button/share-button.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarFrame } from '../flow/nectar-frame.tsx'
import { ConnectionCard } from '../lists/connection-card.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { ConnectionStatusBadge } from '../lists/connection-status-badge.tsx'
import { InvitationList } from '../lists/invitation-list.tsx'
import { de } from '../locales/de.ts'
import type { NectarConnectCallbacks } from '../session/use-connect-session.ts'
import { type NectarConnectController, useNectarConnect } from '../session/use-nectar-connect.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { Announcement, settled, startLive, waiting } from '../testing/live-page.tsx'
import { stopClocks } from '../testing/stop-clocks.ts'
import { close, findFrame, openFrame, openLive, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

const said = vi.spyOn(console, 'error')
const reported = vi.spyOn(window, 'reportError')

beforeEach(async () => {
  await page.viewport(1280, 900)
  said.mockImplementation(() => {})
  reported.mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  vi.resetAllMocks()
})

const OWN = connection({ status: 'PASSWORD_INCORRECT' })

function Page({ children, ...props }: ComponentProps<typeof WithBackend>) {
  return (
    <WithBackend {...props}>
      <h1>The host’s page</h1>
      {children}
    </WithBackend>
  )
}

/** Looks that cannot be read: each component reads them where it is drawn. */
const BROKEN: Appearance = {
  get theme(): never {
    throw new TypeError('theme is not defined')
  },
}

const COMPONENTS: [string, ReactElement][] = [
  ['NectarConnect', <NectarConnect key="" />],
  ['NectarConnect inline', <NectarConnect key="" presentation="inline" />],
  ['ConnectionList', <ConnectionList key="" />],
  ['ConnectionCard', <ConnectionCard key="" connectionId={OWN.id} />],
  ['ConnectionStatusBadge', <ConnectionStatusBadge key="" status="CONNECTED" />],
  ['InvitationList', <InvitationList key="" />],
  ['ShareButton', <ShareButton key="" />],
]

describe.each(COMPONENTS)('a fault in %s', (_, component) => {
  test('is shown in its place; the host’s page goes on', async () => {
    const backend = createFakeBackend({
      connections: [OWN],
      changes: createFakeChanges(),
      sharing: SHARING,
      shared: [sharedInvitation({}, 'dana@northpoint.example')],
    })
    const { rerender } = render(
      <Page backend={backend} appearance={BROKEN}>
        {component}
      </Page>,
    )
    const alert = await screen.findByRole('alert', {}, { timeout: 10_000 })
    expect(alert.textContent).toMatch(/^This part did not load\. NC-[0-9A-Z]{4}-[0-9A-Z]{4} Try again$/)
    screen.getByText('The host’s page')
    const reference = /NC-\S+/.exec(alert.textContent ?? '')?.[0]
    expect(said.mock.calls.some(([text]) => String(text).includes(`(${reference})`))).toBe(true)
    rerender(
      <Page backend={backend} appearance={{}}>
        {component}
      </Page>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })
})

test('a fault is told to onError, in the language of the page', async () => {
  const onError = vi.fn()
  render(
    <Page backend={createFakeBackend({ connections: [OWN] })} messages={de} appearance={BROKEN}>
      <ConnectionList onError={onError} />
    </Page>,
  )
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Dieser Teil ließ sich nicht laden.')
  expect(onError).toHaveBeenCalledOnce()
  const [error] = onError.mock.calls[0] ?? []
  expect(ConnectError.isInstance(error) && error.code).toBe('internal_error')
  expect(alert.textContent).toContain(error.requestId)
})

/** A callback of the host's that is never of use, by its name. */
const broken = vi.fn()

/** What an ad blocker does to a page that tells everything to its analytics. */
const BREAKS: [string, (error: Error) => unknown][] = [
  ['throws', (error) => raise(error)],
  ['rejects', (error) => Promise.reject(error)],
]

function raise(error: Error): never {
  throw error
}

function brokenCallbacks(): Required<NectarConnectCallbacks> {
  return {
    onSubmitted: () => broken('onSubmitted'),
    onConnected: () => broken('onConnected'),
    onExpired: () => broken('onExpired'),
    onExit: () => broken('onExit'),
    onError: () => broken('onError'),
    onEvent: () => broken('onEvent'),
    onShared: () => broken('onShared'),
  }
}

/** A host's own screens. */
function Own({ onRender }: { onRender: (connect: NectarConnectController) => void }) {
  const connect = useNectarConnect(brokenCallbacks())
  onRender(connect)
  return <NectarFrame connect={connect} />
}

/** Those were called, and each call was reported once. */
async function expectReported(...names: string[]) {
  for (const name of names) await waitFor(() => expect(broken).toHaveBeenCalledWith(name))
  await waitFor(() => expect(reported).toHaveBeenCalledTimes(broken.mock.calls.length))
  screen.getByText('The host’s page')
}

describe.each(BREAKS)('a callback of the host that %s', (_, fail) => {
  beforeEach(() => {
    broken.mockImplementation(() => fail(new TypeError('analytics is not defined')))
  })

  test('changes nothing from opening to the result', async () => {
    const backend = createFakeBackend()
    render(
      <Page backend={backend}>
        <NectarConnect {...brokenCallbacks()} />
      </Page>,
    )
    await openLive()
    submit(backend)
    await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
    backend.connections = backend.connections.map((one) => ({ ...one, status: 'CONNECTED' }))
    await screen.findByRole('heading', { name: 'Connected' }, { timeout: 10_000 })
    await userEvent.click(screen.getByRole('button', { name: 'Done' }))
    await expectReported('onSubmitted', 'onConnected', 'onEvent', 'onExit')
  })

  test('changes nothing where something else failed', async () => {
    const backend = createFakeBackend()
    render(
      <Page backend={backend}>
        <NectarConnect {...brokenCallbacks()} />
      </Page>,
    )
    await openFrame()
    await close()
    backend.problem = 'nectar_unavailable'
    await userEvent.click(screen.getByRole('button', { name: /Connect/ }))
    await userEvent.click(await screen.findByRole('button', { name: /I have the login/ }))
    await expectReported('onError')
  })

  test('changes nothing where the time ran out', async () => {
    const pass = stopClocks()
    const backend = createFakeBackend({ lifeMs: 600_000 })
    let handle: NectarConnectController | undefined
    const onRender = (next: NectarConnectController) => {
      handle = next
    }
    render(
      <Page backend={backend}>
        <Own onRender={onRender} />
      </Page>,
    )
    act(() => handle?.open())
    act(() => handle?.consent())
    fireEvent.load(await findFrame())
    act(() => handle?.frame.session.frameTouched(backend.invitation.id))
    pass(601_000)
    await waitFor(() => expect(handle?.phase.status).toBe('expired'))
    await expectReported('onExpired')
  })

  test('changes nothing where a colleague was asked', async () => {
    const backend = createFakeBackend({ sharing: SHARING })
    render(
      <Page backend={backend}>
        <ShareButton onShared={() => broken('onShared')} />
      </Page>,
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Ask someone' }))
    await userEvent.fill(await screen.findByLabelText(/^Their e-mail/), 'dana@northpoint.example')
    await userEvent.click(screen.getByRole('button', { name: 'Send link' }))
    await screen.findByRole('heading', { name: 'Link sent' })
    await expectReported('onShared')
  })

  test('leaves whoever was signed out where they were', async () => {
    const backend = createFakeBackend({ problem: 'unauthenticated' })
    render(
      <Page backend={backend} onSignedOut={() => broken('onSignedOut')}>
        <ConnectionList />
      </Page>,
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in to Plumbline' }))
    await expectReported('onSignedOut')
    const signIn = screen.getByRole('button', { name: 'Sign in to Plumbline' })
    await waitFor(() => expect(signIn.getAttribute('aria-disabled')).toBe('false'))
  })

  test('does not keep a list from showing what changes', async () => {
    const one = waiting()
    const { changes, backend } = startLive([one])
    render(
      <Page backend={backend}>
        <ConnectionList {...brokenCallbacks()} onStatusChange={() => broken('onStatusChange')} />
        <Announcement onChange={() => broken('useStatusChanges')} />
      </Page>,
    )
    await screen.findByText('Coast Range Gas')
    await settled(backend)
    act(() => changes.send(changeOf(one, 'WEBSITE_DOWN')))
    await waitFor(() =>
      expect(document.querySelector('.nectar-badge')?.textContent).toBe('Utility site down'),
    )
    await expectReported('onStatusChange', 'useStatusChanges')
  })
})

test('a name that the host could not draw is ours', async () => {
  broken.mockImplementation(() => raise(new TypeError('the link has no router')))
  render(
    <Page backend={createFakeBackend({ connections: [OWN] })}>
      <ConnectionList renderConnectionName={() => broken('renderName')} />
    </Page>,
  )
  await screen.findByText(OWN.providerName ?? '')
  await expectReported('renderName')
})
