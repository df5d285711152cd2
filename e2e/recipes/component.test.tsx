// #region component
// @vitest-environment jsdom
import { ConnectionList, NectarConnect, NectarConnectProvider } from '@nectar-connect/react'
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestHost } from './create-test-host.ts'

// What the button opens is loaded when it is wanted, and a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 })

const APP = 'https://app.example.com'

let host: Awaited<ReturnType<typeof createTestHost>>
beforeEach(async () => {
  host = await createTestHost()
})
afterEach(async () => {
  cleanup()
  await host.close()
})

/** Yours: whatever has the widget in it. */
function UtilitiesPage() {
  return (
    <>
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </>
  )
}

function renderPage() {
  render(
    <NectarConnectProvider
      basePath={`${APP}/api/nectar`}
      fetch={(input, init) => host.nectar.handler(new Request(input, init))}
      headers={() => ({ origin: APP })} // what a browser would add
    >
      <UtilitiesPage />
    </NectarConnectProvider>,
  )
}

test('the page lists what is connected', async () => {
  renderPage()
  expect(await screen.findByText('Coast Range Gas')).toBeDefined()
})

test('the button opens the first words, and nothing is made before the customer has agreed', async () => {
  renderPage()
  fireEvent.click(screen.getByRole('button', { name: 'Connect a utility account' }))
  expect(await screen.findByRole('button', { name: /I have the login/ })).toBeDefined()
  expect((await host.control.stats()).invitationsCreated).toBe(0)

  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
// #endregion
