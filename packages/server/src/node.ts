import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import { answerNode, remedyOf } from './adapters/answer-node.ts'
import type { NectarConnectServer, RuntimeCapabilities } from './app/nectar-connect.ts'

/**
 * The handler as Node's `http` and `http2`, and everything built on them, know it.
 *
 * Mount it in front of anything that parses bodies: webhook signatures are made over the bytes as they came. A parser that
 * keeps them in `req.rawBody`, or as bytes in `req.body`, is no obstacle. `authorize` finds the request in `context.req`.
 *
 * @param runtime What the place where Node runs can do. On AWS Lambda nothing is streamed unless you pass
 *   `{ canStream: true }`: most wrappers wait for the end of an answer.
 * @returns a function whose promise resolves when the answer is complete, and never rejects; nobody needs to wait for it.
 * @example
 * import { createServer } from 'node:http'
 *
 * createServer(toNodeHandler(nectar)).listen(3000)
 */
export function toNodeHandler(
  nectar: Pick<NectarConnectServer, 'handler'>,
  runtime: RuntimeCapabilities = {},
): (
  req: IncomingMessage | Http2ServerRequest,
  res: ServerResponse | Http2ServerResponse,
) => void | Promise<void> {
  return (req, res) =>
    answerNode(nectar, {
      req,
      res,
      runtime,
      context: { adapter: 'node', req },
      remedy: remedyOf(req, res),
    })
}
