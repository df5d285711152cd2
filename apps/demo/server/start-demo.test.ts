import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { freePort } from '@nectar-connect/test-kit/free-port'
import { expect, test } from 'vitest'
import { startDemo } from './start-demo.ts'

const webDir = fileURLToPath(new URL('./testing/web', import.meta.url))
const options = { port: 0, sandboxPort: 0, dev: false, apiKey: 'key-of-this-test', webDir }

test('starts both, filled, and leaves nothing behind', async () => {
  const demo = await startDemo(options)
  const page = await fetch(demo.origin)
  expect(page.headers.get('content-security-policy')).toContain(`frame-src ${demo.sandboxOrigin};`)
  const signedIn = await fetch(`${demo.origin}/session`, {
    method: 'POST',
    headers: { origin: demo.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ company: 'harrow-lane', role: 'manage' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answer = await fetch(`${demo.origin}/api/nectar/connections`, { headers: { cookie } })
  expect(await answer.json()).toMatchObject({ connections: { length: 11 } })

  await demo.close()
  await expect(fetch(demo.origin)).rejects.toThrow()
  await expect(fetch(demo.sandboxOrigin)).rejects.toThrow()
})

test('takes a sandbox that is running already, and leaves it running', async () => {
  const { origin, sandbox, close } = await startSandbox({ port: 0, apiKeys: [options.apiKey] })
  const demo = await startDemo({ ...options, sandboxOrigin: origin })
  expect(demo.sandboxOrigin).toBe(origin)
  expect(await sandbox.control.webhook()).toMatchObject({ url: `${demo.origin}/api/nectar/webhooks` })
  expect((await sandbox.control.snapshot()).companies).not.toEqual([])
  await demo.close()
  expect((await fetch(origin)).status).toBe(200)
  await close()
  await expect(startDemo({ ...options, sandboxOrigin: origin })).rejects.toThrow('No sandbox answers at')
})

test('a taken port is said plainly, and what was started is ended', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const free = await freePort()
  await expect(startDemo({ ...options, port, sandboxPort: free })).rejects.toThrow(
    `Port ${port} is taken by another program, and Plumbline needs it. Choose another one: npm run demo -- --port`,
  )
  await expect(fetch(`http://127.0.0.1:${free}`)).rejects.toThrow()
  await expect(startDemo({ ...options, sandboxPort: port })).rejects.toThrow(
    /taken by another program, and the sandbox needs it. Choose another one: npm run demo -- --sandbox-port \d/,
  )
  other.close()
})
