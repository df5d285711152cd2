import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { answerNode } from './adapters/answer-node.ts'
import type { NectarConnectServer, RuntimeCapabilities } from './app/nectar-connect.ts'

/** As much of Fastify as is needed. */
interface FastifyScope {
  removeAllContentTypeParsers(): void
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown
  addHook(name: 'preClose', hook: () => Promise<void>): unknown
  all(path: string, handler: (request: FastifyRequest, reply: FastifyReply) => void): unknown
}
interface FastifyRequest {
  raw: IncomingMessage
  headers: IncomingMessage['headers']
  body?: unknown
}
interface FastifyReply {
  raw: ServerResponse
  getHeaders(): Record<string, number | string | string[] | undefined>
  hijack(): unknown
}

const REMEDY =
  'In Fastify, let no hook read request.raw: a "preParsing" hook that reads the payload returns a stream with the same bytes.'

/**
 * The handler as a plugin of Fastify 5. The parsers of the app stay as they are; in here nothing parses bodies. `authorize`
 * finds the request in `context.request`. `app.close()` closes `nectar` first.
 *
 * @param runtime What the place where Node runs can do. On AWS Lambda nothing is streamed unless you pass
 *   `{ canStream: true }`: most wrappers wait for the end of an answer.
 * @example
 * import Fastify from 'fastify'
 *
 * const app = Fastify()
 * app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })
 */
export function toFastifyPlugin(
  nectar: Pick<NectarConnectServer, 'handler'> & Partial<Pick<NectarConnectServer, 'close'>>,
  runtime: RuntimeCapabilities = {},
): (scope: FastifyScope) => Promise<void> {
  return async (scope) => {
    // Fastify's own `close` waits for every answer, and streams go on for minutes.
    scope.addHook('preClose', async () => nectar.close?.())
    scope.removeAllContentTypeParsers()
    // Left unread: signatures are made over the bytes as they came.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.all('/*', (request, reply) => {
      // What the app's hooks have set is kept; Fastify itself writes nothing any more.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      void answerNode(nectar, {
        req: request.raw,
        res: reply.raw,
        runtime,
        context: { adapter: 'fastify', request },
        // A hook may have read the request's own, and put another in its place.
        payload: request.body instanceof Readable ? request.body : undefined,
        remedy: REMEDY,
      })
    })
  }
}
