import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createSandboxClient } from '@nectar-connect/sandbox'
import { freePort } from '@nectar-connect/test-kit/free-port'
import { chromium } from 'playwright'
import { afterAll, expect, inject, onTestFinished, test } from 'vitest'
import { chromiumLaunchOptions } from '../lib/browsers.ts'
import { isFull } from '../lib/is-full.ts'
import { ROOT } from '../lib/root.mjs'
import { tool } from '../lib/tool.ts'
import { layOut } from './fresh-folder.ts'
import { readGuide } from './guide.ts'
import { NEXT_APP, NEXT_HOME } from './next-app.ts'
import { temporaryFolder } from './pack.ts'
import { type Departure, followQuickStart } from './quick-start.ts'
import { startShell } from './start-shell.ts'

const adapters = readGuide('docs/adapters.md')

interface Way extends Departure {
  /** Where its folder has to be. */
  within?: string
  /** Where its server shows our components. */
  page?: string
}

/** The server that the guide itself has. */
const GUIDE: Record<string, Way> = { 'Express 5': {} }

/** Servers of docs/adapters.md in place of the guide's: files of theirs, what such an app has installed, and how it is started. */
const OTHERS: Record<string, Way> = {
  'Express 4': { packages: ['express@express-4'] },
  'Express 5 behind express.json()': server('express-behind-json.ts'),
  'Fastify 5': server('fastify.ts', ['fastify']),
  Hono: server('hono.ts', ['hono', '@hono/node-server']),
  'Node http': server('node-http.ts'),
  Deno: server(
    'deno.ts',
    ['@deno/linux-x64-glibc'],
    'node_modules/@deno/linux-x64-glibc/deno run --allow-all',
  ),
  Bun: server('bun.ts', ['@oven/bun-linux-x64'], 'node_modules/@oven/bun-linux-x64/bin/bun run'),
  'Next.js App Router': {
    ...NEXT_APP,
    files: { ...NEXT_APP.files, ...filesBelow('next/') },
    within: NEXT_HOME,
    page: '/',
  },
}

function server(file: string, packages: string[] = [], run = 'node'): Way {
  const text = adapters.files[file]
  if (text === undefined) throw new Error(`docs/adapters.md has no ${file}.`)
  return { files: { [file]: text }, packages, start: `${run} ${file}` }
}

function filesBelow(folder: string) {
  const all = Object.entries(adapters.files).filter(([name]) => name.startsWith(folder))
  return Object.fromEntries(all.map(([name, text]) => [name.slice(folder.length), text]))
}

/** Some runtimes come in packages for one platform. */
function isHere({ packages = [] }: Way) {
  return packages.every(
    (name) => !name.includes('linux') || existsSync(path.join(ROOT, 'apps/hosts/node_modules', name)),
  )
}

const WAYS = Object.entries(isFull ? { ...GUIDE, ...OTHERS } : GUIDE)

/** Nectar is not asked with these. */
const KEYS = {
  NECTAR_API_KEY: 'a-key-of-nobody',
  NECTAR_WEBHOOK_SECRET: 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ==',
}

/** Without a webhook, a host reads again after a minute at the earliest. */
const A_MOMENT = { timeout: 10_000 }

const temporary = temporaryFolder()
const tarballs = inject('tarballs')

afterAll(() => temporary.remove())

function emptyFolder(within: string) {
  mkdirSync(within, { recursive: true })
  const folder = mkdtempSync(path.join(within, 'first-steps-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function follow({ within = temporary.folder, ...departure }: Way) {
  const host = await followQuickStart(emptyFolder(within), tarballs, departure)
  onTestFinished(host.close)
  return host
}

test.each(WAYS.filter(([, way]) => isHere(way)))('on %s', async (_, way) => {
  const { origin, sandbox: sandboxOrigin } = await follow(way)
  const sandbox = createSandboxClient({ origin: sandboxOrigin })
  const ask = (address: string, body?: Record<string, string>) =>
    fetch(`${origin}/api/nectar${address}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    })
  const statuses = async () => {
    const { connections } = (await (await ask('/connections')).json()) as {
      connections: { status: string }[]
    }
    return connections.map(({ status }) => status)
  }

  expect(await statuses()).toEqual([])
  const request = { idempotencyKey: crypto.randomUUID(), reason: 'first', kind: 'contributor' }
  const invitation = (await (await ask('/invitations', request)).json()) as { id: string }
  expect(invitation).toMatchObject({ status: 'ACTIVE' })

  const connectionId = await sandbox.submitDetails({ invitationId: invitation.id })
  await expect.poll(statuses, A_MOMENT).toEqual(['PENDING'])
  await sandbox.setConnectionStatus({ connectionId, status: 'ISSUE' })
  await expect.poll(statuses, A_MOMENT).toEqual(['ISSUE'])
  const deliveries = async () => [...new Set((await sandbox.deliveries()).map(({ state }) => state))]
  await expect.poll(deliveries, A_MOMENT).toEqual(['delivered'])
  if (way.page === undefined) return
  expect(await (await fetch(`${origin}${way.page}`)).text()).toContain('Connect a utility account')
})

for (const [name] of WAYS.filter(([, way]) => !isHere(way))) {
  test.skip(`${name} is left out: its binary is not published for ${process.platform} on ${process.arch} here`, () => {})
}

test('in its page, a customer links a utility and sees how it fares', async () => {
  const host = await follow({})
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(await host.startPage())
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /I have the login/ }).click()

  const nectar = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
  await nectar.getByRole('button', { name: 'Cascadia Power & Light' }).click()
  await nectar.getByLabel('Username or email').fill('nectar-sandbox-username')
  await nectar.getByLabel('Password', { exact: true }).fill('nectar-sandbox-password')
  await nectar.getByRole('button', { name: 'Sign in', exact: true }).click()
  await nectar.getByRole('button', { name: 'Send details' }).click()
  await dialog.getByRole('heading', { name: 'Details received' }).waitFor()
  await dialog.getByRole('heading', { name: 'Connected' }).waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('region', { name: 'Utility accounts' }).getByRole('listitem')
  await row.filter({ hasText: 'Connected' }).waitFor()
  const sandbox = createSandboxClient({ origin: host.sandbox })
  const ids = (await sandbox.deliveries()).map(({ connectionId }) => connectionId)
  const connectionId = ids.find((id) => id !== null)
  if (!connectionId) throw new Error('No webhook was about the connection.')
  await sandbox.setConnectionStatus({ connectionId, status: 'PASSWORD_INCORRECT' })
  await row.filter({ hasText: 'rejected the saved password' }).waitFor(A_MOMENT)
})

test.runIf(isFull)(
  'in the full run only, `nectar-connect init` leaves an app on Next.js that runs, and the doctor finds nothing wrong',
  async () => {
    const folder = emptyFolder(NEXT_HOME)
    const manifest = { private: true, dependencies: { next: '*', react: '*', 'react-dom': '*' } }
    const files = { ...NEXT_APP.files, 'package.json': JSON.stringify(manifest), 'tsconfig.json': '{}' }
    const ours = [
      '@nectar-connect/server',
      '@nectar-connect/react',
      'nectar-connect',
      '@tanstack/react-query',
    ]
    await layOut(folder, { files, packages: [...NEXT_APP.packages, ...ours] }, tarballs)
    const command = async (text: string) => {
      const env = { ...KEYS, npm_config_offline: 'true', npm_config_loglevel: 'error' }
      const { all: output } = await tool('sh', ['-c', text], { cwd: folder, env, preferLocal: false })
      return output
    }
    expect(await command('npx nectar-connect init')).toContain('For Next.js')

    const port = await freePort()
    const origin = `http://localhost:${port}`
    const handler = `${origin}/api/nectar`
    const env = { ...KEYS, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }
    const app = await startShell(NEXT_APP.start, { cwd: folder, url: `${handler}/health`, env })
    onTestFinished(app.close)

    const page = await (await fetch(`${origin}/utilities`)).text()
    expect(page).toContain('<h1>Utilities</h1>')
    expect(page).toContain('Connect a utility account')
    const report = JSON.parse(
      await command(
        `NECTAR_API_KEY= npx nectar-connect doctor --json --url ${handler} --page ${origin}/utilities`,
      ),
    )
    expect(report).toMatchObject({ ok: true, failed: 0 })
  },
)
