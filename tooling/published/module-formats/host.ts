import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ConnectError,
  ConnectionStatusBadge,
  NectarConnect,
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '@nectar-connect/react'
import { appearanceToCss } from '@nectar-connect/react/appearance'
import { de } from '@nectar-connect/react/locales/de'
import { DEFAULT_API_KEY, SandboxError } from '@nectar-connect/sandbox'
import { type RunningSandbox, startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect, NectarConnectError, type NectarConnectServer } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

/** A host in CommonJS with all of it: it asks its own server, and says what came of it. */
async function main() {
  const nectarRunning: RunningSandbox = await startSandbox({ port: 0 })
  const [company] = await nectarRunning.sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
  const nectar: NectarConnectServer = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { sandbox: nectarRunning.origin },
    authorize: () => ({ companyId: company?.id ?? '', userId: 'dana' }),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const server = createServer(toNodeHandler(nectar)).listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://localhost:${port}/api/nectar/connections`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  const page = await fetch(`${nectarRunning.origin}/console`)

  const settings: Omit<NectarConnectProviderProps, 'children'> = { messages: de }
  const html = renderToString(
    createElement(
      NectarConnectProvider,
      { ...settings, children: null },
      createElement(NectarConnect),
      createElement(ConnectionStatusBadge, { status: 'CONNECTED' }),
    ),
  )
  const errors = [ConnectError, NectarConnectError, SandboxError].map(({ isInstance }) => isInstance({}))
  console.log(
    JSON.stringify({
      answer: [answer.status, await answer.json()],
      console: page.status,
      html,
      css: appearanceToCss({ variables: { accent: '#123456' } }),
      errors,
    }),
  )
  await nectar.close()
  server.close()
  await nectarRunning.close()
}

void main()
