/** @jest-environment jest-fixed-jsdom */
const { ConnectionList, NectarConnectProvider } = require('@nectar-connect/react')
const { createSandbox, DEFAULT_API_KEY } = require('@nectar-connect/sandbox')
const { createNectarConnect } = require('@nectar-connect/server')
const { configure, render, screen } = require('@testing-library/react')
const { createElement } = require('react')

const APP = 'https://app.example.com'
const SANDBOX = 'http://localhost:4400'

configure({ asyncUtilTimeout: 30_000 })

test('a page lists what its server answers, in one process', async () => {
  const sandbox = createSandbox({ origin: SANDBOX })
  const [company] = await sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { apiOrigin: SANDBOX, hostedOrigin: SANDBOX },
    publicOrigin: APP,
    authorize: () => ({ companyId: company.id, userId: 'dana' }),
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const fetch = (input, init) => nectar.handler(new Request(input, init))
  const settings = { fetch, basePath: `${APP}/api/nectar`, headers: () => ({ origin: APP }) }
  render(createElement(NectarConnectProvider, settings, createElement(ConnectionList)))
  expect(await screen.findByText('No utility accounts yet')).toBeDefined()
  await nectar.close()
})
