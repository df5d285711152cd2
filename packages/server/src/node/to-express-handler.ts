import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NectarConnect } from '../nectar-connect.ts'
import { toNodeHandler } from './to-node-handler.ts'

/**
 * The handler for Express 4 and 5.
 *
 * Mount it in front of anything that parses bodies: webhook signatures are made over the bytes as they came. Where that
 * cannot be, let the parser keep them with `keepRawBody`; `express.raw()` does so by itself.
 *
 * @example
 * import express from 'express'
 *
 * const app = express()
 * app.use('/api/nectar', toExpressHandler(nectar)) // before app.use(express.json())
 */
export function toExpressHandler(
  nectar: Pick<NectarConnect, 'handler'>,
): (req: IncomingMessage, res: ServerResponse) => void {
  return toNodeHandler(nectar)
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
