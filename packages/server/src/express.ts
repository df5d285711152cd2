import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerNode, EXPRESS_REMEDY } from './adapters/answer-node.ts'
import type { NectarConnectServer, RuntimeCapabilities } from './app/nectar-connect.ts'

/**
 * The handler for Express 4 and 5.
 *
 * Mount it in front of anything that parses bodies: webhook signatures are made over the bytes as they came. Where that
 * cannot be, let the parser keep them with `keepRawBody`; `express.raw()` does so by itself. Sessions and sign-ins belong in
 * front of it: `authorize` finds them in `context.req`.
 *
 * @param runtime What the place where Node runs can do. On AWS Lambda nothing is streamed unless you pass
 *   `{ canStream: true }`: most wrappers wait for the end of an answer.
 * @returns a function whose promise resolves when the answer is complete, and never rejects; nobody needs to wait for it.
 * @example
 * import express from 'express'
 *
 * const app = express()
 * app.use('/api/nectar', toExpressHandler(nectar)) // before app.use(express.json())
 */
export function toExpressHandler(
  nectar: Pick<NectarConnectServer, 'handler'>,
  runtime: RuntimeCapabilities = {},
): (req: IncomingMessage, res: ServerResponse) => void | Promise<void> {
  return (req, res) =>
    answerNode(nectar, { req, res, runtime, context: { adapter: 'express', req }, remedy: EXPRESS_REMEDY })
}

/**
 * For parsers that run before the handler: keeps the bytes as they came, in `req.rawBody`.
 *
 * @example
 * import express from 'express'
 *
 * const app = express()
 * app.use(express.json({ verify: keepRawBody }))
 * app.use('/api/nectar', toExpressHandler(nectar))
 */
export function keepRawBody(req: IncomingMessage, _res: ServerResponse, bytes: Uint8Array): void {
  Object.assign(req, { rawBody: bytes })
}
