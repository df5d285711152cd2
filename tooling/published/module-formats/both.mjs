import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { createRequire } from 'node:module'
import * as sandboxModule from '@nectar-connect/sandbox'
import * as serverModule from '@nectar-connect/server'
import * as nextModule from '@nectar-connect/server/next'
import * as nodeModule from '@nectar-connect/server/node'

const require = createRequire(import.meta.url)
const server = [serverModule, require('@nectar-connect/server')]
const next = [nextModule, require('@nectar-connect/server/next')]
const node = [nodeModule, require('@nectar-connect/server/node')]
const sandbox = [sandboxModule, require('@nectar-connect/sandbox')]

const warnings = []
const logger = { debug() {}, info() {}, error() {}, warn: (text) => warnings.push(text) }
const createWith = ({ createNectarConnect }) =>
  createNectarConnect({
    apiKey: sandboxModule.DEFAULT_API_KEY,
    nectar: { sandbox: 'http://localhost:9' },
    authorize: () => ({ companyId: crypto.randomUUID(), userId: 'dana' }),
    logger,
  })

/** How often an adapter had to read a stream, since it did not find what the other format had made it of. */
let streamsRead = 0
const { getReader } = ReadableStream.prototype
ReadableStream.prototype.getReader = function (...args) {
  streamsRead++
  return getReader.apply(this, args)
}

/** The stream of an instance behind an adapter: its status, and what kind of thing it is. */
async function openStream(handler) {
  const host = createServer(handler).listen(0)
  await once(host, 'listening')
  const headers = { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' }
  const request = get(`http://localhost:${host.address().port}/api/nectar/changes`, { headers })
  const [response] = await once(request, 'response')
  await once(response, 'data')
  request.destroy()
  host.closeAllConnections()
  host.close()
  return `${response.statusCode} ${response.headers['content-type']}`
}

const made = []
const shared = next.map(({ oncePerProcess }, index) =>
  oncePerProcess(() => {
    made.push(index)
    return createWith(server[index])
  }),
)
const instances = server.map(createWith)
const streams = []
for (const [index, nectar] of instances.entries()) {
  streams.push(await openStream(node[1 - index].toNodeHandler(nectar)))
}
const crossed = (pair, name, ...args) =>
  pair.map((copy, index) => {
    const { [name]: Other } = pair[1 - index]
    return copy[name] !== Other && copy[name].isInstance(new Other(...args))
  })

console.log(
  JSON.stringify({
    made,
    streams,
    streamsRead,
    severalWarned: warnings.filter((text) => text.startsWith('A second NectarConnect')).length,
    serverErrors: crossed(server, 'NectarConnectError', 'busy'),
    sandboxErrors: crossed(sandbox, 'SandboxError', 'invalid', 'Nothing fits.'),
  }),
)
await Promise.all([...instances, shared[0]].map((nectar) => nectar.close()))
