/** @jest-environment node */
const { DEFAULT_API_KEY } = require('@nectar-connect/sandbox')
const { startSandbox } = require('@nectar-connect/sandbox/node')
const { createNectarConnect } = require('@nectar-connect/server')

test('a host’s server answers, with a sandbox behind it', async () => {
  const { origin, sandbox, close } = await startSandbox({ port: 0 })
  const [company] = await sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { sandbox: origin },
    authorize: () => ({ companyId: company.id, userId: 'dana' }),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const request = new Request('http://localhost/api/nectar/connections', {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  const answer = await nectar.handler(request)
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ connections: [] })])
  await nectar.close()
  await close()
})
