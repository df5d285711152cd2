import { ConnectError } from '@nectar-connect/client'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../connect/nectar-connect.tsx'
import type { NectarConnectCallbacks } from '../connect/use-connect-session.ts'
import { ConnectionCard } from '../connections/connection-card.tsx'
import { ConnectionHistory } from '../connections/connection-history.tsx'
import { ConnectionList } from '../connections/connection-list.tsx'
import { InvitationList } from '../invitations/invitation-list.tsx'
import { de } from '../locales/de.ts'
import { en } from '../messages/en.ts'
import type { Messages } from '../messages/messages.ts'
import { ShareButton } from '../sharing/share-button.tsx'
import { ConnectionStatusBadge } from '../status/connection-status-badge.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { settled, startLive, waiting } from '../testing/live-page.tsx'
import { close, openFrame, openLive, submit } from '../testing/widget.tsx'
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

function Page({
  backend,
  messages,
  children,
}: {
  backend: FakeBackend
  messages?: Messages
  children: ReactElement
}) {
  return (
    <WithBackend backend={backend} messages={messages}>
      <h1>The host’s page</h1>
      {children}
    </WithBackend>
  )
}

/** A catalogue of the host's own, with a part missing. */
function without(catalogue: Messages, ...parts: (keyof Messages)[]): Messages {
  const left = Object.entries(catalogue).filter(([part]) => !parts.some((missing) => missing === part))
  return Object.fromEntries(left) as unknown as Messages
}

const COMPONENTS: [string, ReactElement, (keyof Messages)[]][] = [
  ['NectarConnect', <NectarConnect key="" />, ['button']],
  ['NectarConnect inline', <NectarConnect key="" presentation="inline" />, ['intro']],
  ['ConnectionList', <ConnectionList key="" />, ['list']],
  ['ConnectionCard', <ConnectionCard key="" connectionId={OWN.id} />, ['status']],
  ['ConnectionHistory', <ConnectionHistory key="" connectionId={OWN.id} />, ['history']],
  ['ConnectionStatusBadge', <ConnectionStatusBadge key="" status="CONNECTED" />, ['status']],
  ['InvitationList', <InvitationList key="" />, ['invitations']],
  ['ShareButton', <ShareButton key="" />, ['share']],
]

describe.each(COMPONENTS)('a fault in %s', (_, component, parts) => {
  test('is shown in its place; the host’s page goes on', async () => {
    const backend = createFakeBackend({
      connections: [OWN],
      changes: createFakeChanges(),
      sharing: SHARING,
      shared: [sharedInvitation({}, 'dana@northpoint.example')],
    })
    const { rerender } = render(
      <Page backend={backend} messages={without(en, ...parts)}>
        {component}
      </Page>,
    )
    const alert = await screen.findByRole('alert', {}, { timeout: 10_000 })
    expect(alert.textContent).toMatch(/^This part did not load\. NC-[0-9A-Z]{4}-[0-9A-Z]{4} Try again$/)
    screen.getByText('The host’s page')
    const reference = /NC-\S+/.exec(alert.textContent ?? '')?.[0]
    expect(said.mock.calls.some(([text]) => String(text).includes(`(${reference})`))).toBe(true)
    rerender(
      <Page backend={backend} messages={en}>
        {component}
      </Page>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })
})

test('a fault is told to onError, in the language of the page where that is whole', async () => {
  const onError = vi.fn()
  render(
    <Page backend={createFakeBackend({ connections: [OWN] })} messages={without(de, 'list')}>
      <ConnectionList onError={onError} />
    </Page>,
  )
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Dieser Teil ließ sich nicht laden.')
  expect(onError).toHaveBeenCalledOnce()
  const [error] = onError.mock.calls[0] ?? []
  expect(ConnectError.is(error) && error.code).toBe('internal_error')
  expect(alert.textContent).toContain(error.reference)
})

const broken = vi.fn()

/** What an ad blocker does to a page that tells everything to its analytics. */
function brokenCallbacks(): Required<NectarConnectCallbacks> {
  broken.mockImplementation(() => {
    throw new TypeError('analytics is not defined')
  })
  return {
    onSubmitted: () => broken('onSubmitted'),
    onConnected: () => broken('onConnected'),
    onExpired: () => broken('onExpired'),
    onClose: () => broken('onClose'),
    onError: () => broken('onError'),
    onEvent: () => broken('onEvent'),
    onShared: () => broken('onShared'),
  }
}

function expectReported(...names: string[]) {
  for (const name of names) expect(broken).toHaveBeenCalledWith(name)
  expect(reported).toHaveBeenCalledTimes(broken.mock.calls.length)
  screen.getByText('The host’s page')
}

describe('a callback of the host that throws', () => {
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
    await waitFor(() => expect(broken).toHaveBeenCalledWith('onClose'))
    expectReported('onSubmitted', 'onConnected', 'onEvent', 'onClose')
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
    await waitFor(() => expect(broken).toHaveBeenCalledWith('onError'))
    expectReported('onError')
  })

  test('does not keep a list from showing what changes, nor one name from the others', async () => {
    const one = waiting()
    const { changes, backend } = startLive([one])
    const callbacks = brokenCallbacks()
    render(
      <Page backend={backend}>
        <ConnectionList {...callbacks} onStatusChange={broken} renderName={() => broken('renderName')} />
      </Page>,
    )
    await screen.findByText('Coast Range Gas')
    await settled(backend)
    act(() => changes.tell(changeOf(one, 'WEBSITE_DOWN')))
    await waitFor(() =>
      expect(document.querySelector('.nectar-badge')?.textContent).toBe('Utility site down'),
    )
    expectReported('renderName')
  })
})
