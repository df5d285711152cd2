import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createSandboxClient, type SandboxControl } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { type RunningHost, startProcess } from '../../apps/hosts/test/start-process.ts'

const SCRIPT = fileURLToPath(new URL('../../tooling/build-examples.ts', import.meta.url))
const API_KEY = 'nectar-sandbox-key-of-the-hosts'
const WEBHOOK_SECRET = 'whsec_b25seS1mb3ItdGhlc2UtaG9zdHM='
const CHECK_DELAY_MS = 1500

export interface StartedHost {
  /** Where its page is. */
  page: string
  /** Where its server is. */
  api: string
  /** The React that it was built with. */
  react: string
  /** Its own Nectar. */
  sandbox: SandboxControl
}

export interface StartedHosts {
  next: StartedHost
  express: StartedHost
  close(): Promise<void>
}

/** Builds both hosts from the packed packages, outside of the workspace, and starts each on a Nectar of its own. */
export async function startHosts(): Promise<StartedHosts> {
  const closers: (() => void | Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const temporary = mkdtempSync(path.join(tmpdir(), 'nectar-connect-hosts-'))
    closers.push(() => rmSync(temporary, { recursive: true, force: true }))
    const folder = path.join(temporary, 'built')
    // A page knows where its server is when it is built. Held, so that nobody takes the port meanwhile.
    const held = await holdPort()
    const apiOrigin = `http://localhost:${held.port}`
    await promisify(execFile)(process.execPath, [SCRIPT, folder], {
      env: { ...process.env, NODE_OPTIONS: '', VITE_API_ORIGIN: apiOrigin },
    }).finally(held.release)

    const start = async (name: string, command: string[], env: Record<string, string>, port?: number) => {
      const cwd = path.join(folder, name)
      const healthPath = command.includes('preview') ? '/' : '/api/nectar/health'
      const running = await startProcess(
        [process.execPath, ...command],
        { NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
        healthPath,
        cwd,
        port,
      )
      closers.push(running.close)
      return running
    }
    const reactOf = (name: string): string =>
      JSON.parse(readFileSync(path.join(folder, name, 'node_modules/react/package.json'), 'utf8')).version
    const nectar = async () => {
      const { origin, close } = await startSandbox({
        port: 0,
        apiKeys: [API_KEY],
        checkDelayMs: CHECK_DELAY_MS,
      })
      closers.push(close)
      const env = {
        NECTAR_API_KEY: API_KEY,
        NECTAR_ORIGIN: origin,
        NECTAR_WEBHOOK_SECRET: WEBHOOK_SECRET,
        SESSION_SECRET: 'only-for-these-tests',
      }
      const sandbox = createSandboxClient({ origin })
      const sendWebhooksTo = ({ origin }: RunningHost) =>
        sandbox.setWebhook({ target: { url: `${origin}/api/nectar/webhooks`, secret: WEBHOOK_SECRET } })
      return { env, sandbox, sendWebhooksTo }
    }

    const forNext = await nectar()
    const next = await start('next', ['node_modules/next/dist/bin/next', 'start'], forNext.env)
    await forNext.sendWebhooksTo(next)

    const forExpress = await nectar()
    const webPort = await holdPort()
    await webPort.release()
    const preview = ['node_modules/vite/bin/vite.js', 'preview', '--strictPort', '--port', `${webPort.port}`]
    const web = await start('express', preview, {}, webPort.port)
    const api = await start(
      'express',
      ['server/main.ts'],
      { ...forExpress.env, WEB_ORIGIN: web.origin },
      held.port,
    )
    await forExpress.sendWebhooksTo(api)
    return {
      next: { page: next.origin, api: next.origin, react: reactOf('next'), sandbox: forNext.sandbox },
      express: {
        page: web.origin,
        api: api.origin,
        react: reactOf('express'),
        sandbox: forExpress.sandbox,
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function holdPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const release = async () => {
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, release }
}
