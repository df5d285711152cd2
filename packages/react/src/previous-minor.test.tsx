import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '@nectar-connect/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import * as before from 'nectar-connect-react-before'
import { createNectarConnect as createServerBefore } from 'nectar-connect-server-before'
import type { ComponentType, ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import './styles/styles.css'
import { NectarConnect } from './button/nectar-connect.tsx'
import { NectarConnectProvider } from './context/nectar-connect-provider.tsx'
import { ConnectionHistory } from './lists/connection-history.tsx'
import { ConnectionList } from './lists/connection-list.tsx'
import { createRealStack, type RealStack } from './testing/real-stack.ts'

afterEach(cleanup)

/** What a page uses of the package, of either version. */
interface Browser {
  NectarConnectProvider: ComponentType<{ fetch: typeof fetch; children: ReactNode }>
  NectarConnect: ComponentType<{ presentation: 'inline' }>
  ConnectionList: ComponentType
  ConnectionHistory: ComponentType<{ connectionId: string }>
}

const today: Browser = { NectarConnectProvider, NectarConnect, ConnectionList, ConnectionHistory }

/** Passes everything through, and keeps which versions met. */
function listening(stack: RealStack) {
  const met = new Set<string>()
  const fetchBoth: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const response = await stack.fetch(request)
    met.add(`${request.headers.get(PROTOCOL_HEADER)} ${response.headers.get(PROTOCOL_HEADER)}`)
    return response
  }
  return { met, fetch: fetchBoth }
}

test.each([
  ['today’s page on yesterday’s server', today, createServerBefore, `${PROTOCOL_VERSION} 1.0`],
  ['yesterday’s page on today’s server', before as Browser, undefined, `1.0 ${PROTOCOL_VERSION}`],
])('%s: opens, submits, shows how it fares, live', async (_, Browser, createServer, versions) => {
  await page.viewport(1200, 900)
  const stack = createRealStack([{ provider: 'https://coastrange.example', status: 'PENDING' }], {
    hasWebhooks: true,
    ...(createServer && { createServer }),
  })
  const [id = ''] = stack.connectionIds
  const wire = listening(stack)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Browser.NectarConnectProvider fetch={wire.fetch}>
        <Browser.NectarConnect presentation="inline" />
        <section aria-label="Connections here">
          <Browser.ConnectionList />
        </section>
        <Browser.ConnectionHistory connectionId={id} />
      </Browser.NectarConnectProvider>
    </QueryClientProvider>,
  )
  const list = within(screen.getByRole('region', { name: 'Connections here' }))
  await list.findByText('Being checked')
  ;(await screen.findByRole('button', { name: /I have the login/ })).click()
  await waitFor(() => expect(document.querySelector('iframe')?.src).toMatch(/\/p\/i\//))
  const [invitation] = stack.sandbox.control.snapshot().invitations
  stack.sandbox.control.setConnectionStatus(id, 'PASSWORD_INCORRECT')
  await list.findByRole('button', { name: /^Sign in again/ }, { timeout: 10_000 })
  await screen.findByText(/^Was “Being checked”/)
  expect([invitation?.status, stack.minted()]).toEqual(['ACTIVE', 1])
  expect([...wire.met]).toEqual([versions])
})
