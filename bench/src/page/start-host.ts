import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { silentLogger } from '../silent-logger.ts'
import { buildPage, compress, type SentFile } from './build-page.ts'

export interface PageHost {
  /** Where our page is, and where theirs is. */
  ours: string
  theirs: string
  close(): Promise<void>
}

/**
 * Serves both pages on loopback, compressed; our server and Nectar's sandbox are in this process.
 *
 * @param scriptBytes how large their script is when it is compressed
 */
export async function startHost(scriptBytes: number): Promise<PageHost> {
  const sandbox = await startSandbox({ port: 0 })
  const [company] = await sandbox.sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { sandbox: sandbox.origin },
    authorize: () => ({ companyId: company?.id ?? null, userId: 'dana' }),
    logger: silentLogger,
  })
  const api = toNodeHandler(nectar)
  const ourFiles = await buildPage('our-page.ts')
  const theirFiles = await buildPage('their-page.ts')
  theirFiles.set('/their-script.js', theirScript(scriptBytes))
  theirFiles.set('/token', compress('application/json', JSON.stringify({ token: 'link-1' })))
  theirFiles.set('/frame', compress('text/html', '<!doctype html><title>Sign in</title>'))
  const ours = await listen((request, response) =>
    request.url?.startsWith('/api/nectar') ? api(request, response) : send(ourFiles)(request, response),
  )
  const theirs = await listen(send(theirFiles))
  return {
    ours: ours.origin,
    theirs: theirs.origin,
    async close() {
      ours.stop()
      theirs.stop()
      await nectar.close()
      await sandbox.close()
    },
  }
}

/** A script of this size that adds a frame: its text does not compress. */
function theirScript(bytes: number): SentFile {
  const filler = randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64')
  return compress(
    'text/javascript',
    `/*${filler}*/window.openFrame=(token)=>{const frame=document.createElement('iframe');frame.src='/frame?token='+token;document.body.append(frame)}`,
  )
}

function send(files: ReadonlyMap<string, SentFile>): RequestListener {
  return (request, response) => {
    const file = files.get((request.url ?? '/').replace(/\?.*/, ''))
    if (!file) return response.writeHead(404).end()
    const headers = { 'content-type': file.type, 'content-encoding': 'gzip' }
    return response.writeHead(200, headers).end(file.body)
  }
}

async function listen(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
