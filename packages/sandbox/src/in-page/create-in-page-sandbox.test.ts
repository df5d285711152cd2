import { expect, test } from 'vitest'
import { createInPageSandbox, type InPageServerOptions, SandboxError } from '../page.ts'

/** A server that asks Nectar for its companies, and answers what it was answered. */
function page(overrides: (options: InPageServerOptions) => { apiKey?: string; at?: string } = () => ({})) {
  return createInPageSandbox({
    companies: [{ name: 'Harrow Lane Hotels' }],
    server: ({ options }) => ({
      async handler(request) {
        const { apiKey = options.apiKey, at = options.nectar.apiOrigin } = overrides(options)
        try {
          const answer = await options.fetch(`${at}/v2.2/company`, { headers: { 'X-API-Key': apiKey } })
          const { status } = answer
          return Response.json({
            status,
            site: request.headers.get('sec-fetch-site'),
            companies: await answer.json(),
          })
        } catch {
          return new Response(null, { status: 502 })
        }
      },
    }),
  })
}

const ask = (made: ReturnType<typeof page>) => made.fetch('https://host.example/api/nectar/connections')

test('what the widget asks goes to the server, and what that asks goes to the sandbox', async () => {
  const answer = await (await ask(page())).json()
  expect(answer).toMatchObject({
    status: 200,
    site: 'same-origin',
    companies: [{ name: 'Harrow Lane Hotels' }],
  })
})

test('another practice key is refused by the sandbox, as Nectar would', async () => {
  const made = page(() => ({ apiKey: 'nectar-sandbox-other' }))
  expect(await (await ask(made)).json()).toMatchObject({ status: 401 })
})

test('a key that may be real makes no page', () => {
  const make = () =>
    createInPageSandbox({ apiKey: 'nk_live_51H', server: () => ({ handler: async () => new Response() }) })
  expect(make).toThrow(SandboxError)
  expect(make).toThrow(
    expect.objectContaining({ code: 'real_key', message: expect.not.stringContaining('nk_live') }),
  )
})

test('a server that was given a real key all the same gets nowhere, and whoever asks is told', async () => {
  const made = page(() => ({ apiKey: 'nk_live_51H' }))
  const refused = expect.objectContaining({
    code: 'real_key',
    message: expect.not.stringContaining('nk_live'),
  })
  await expect(ask(made)).rejects.toThrow(refused)
  await expect(ask(made)).rejects.toThrow(refused)
  expect((await made.control.stats()).requests).toEqual({})
})

test('a server that asks the real Nectar gets nowhere', async () => {
  const made = page(() => ({ at: 'https://external.nectarclimate.com' }))
  await expect(ask(made)).rejects.toThrow('instead of the sandbox')
})

test('webhooks go straight to the server, signed with the secret that it was given', async () => {
  const came: Request[] = []
  let secret: string | undefined
  const made = createInPageSandbox({
    companies: [{ name: 'Kestrel', connections: [{ provider: 'cascadia-power', status: 'PENDING' }] }],
    server: ({ options }) => {
      secret = options.webhookSecret
      return {
        async handler(request) {
          came.push(request)
          return new Response(null, { status: 204 })
        },
      }
    },
  })
  const [connection] = (await made.control.snapshot()).connections
  await made.control.setConnectionStatus({ connectionId: String(connection?.id), status: 'CONNECTED' })
  await expect
    .poll(async () => (await made.control.deliveries()).map(({ state }) => state))
    .toEqual(['delivered', 'delivered'])
  expect(secret).toMatch(/^whsec_/)
  expect(came.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api/nectar/webhooks',
    '/api/nectar/webhooks',
  ])
})
