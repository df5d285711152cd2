import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NectarConnect } from '../nectar-connect.ts'
import { toNodeHandler } from './to-node-handler.ts'

/** As much of Fastify as is needed. */
interface FastifyScope {
  removeAllContentTypeParsers(): void
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: Error | null) => void) => void,
  ): unknown
  all(path: string, handler: (request: FastifyRequest, reply: FastifyReply) => void): unknown
}
interface FastifyRequest {
  raw: IncomingMessage
}
interface FastifyReply {
  raw: ServerResponse
  getHeaders(): Record<string, number | string | string[] | undefined>
  hijack(): unknown
}

/**
 * The handler as a plugin of Fastify 5. The parsers of the app stay as they are; in here nothing parses bodies.
 *
 * @example
 * import Fastify from 'fastify'
 *
 * const app = Fastify()
 * app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })
 */
export function toFastifyPlugin(
  nectar: Pick<NectarConnect, 'handler'>,
): (scope: FastifyScope) => Promise<void> {
  const handle = toNodeHandler(nectar)
  return async (scope) => {
    scope.removeAllContentTypeParsers()
    // Left unread: signatures are made over the bytes as they came.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all('/*', ({ raw }, reply) => {
      // What the app's hooks have set is kept; Fastify itself writes nothing any more.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      handle(raw, reply.raw)
    })
  }
}
