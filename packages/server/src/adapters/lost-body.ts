import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/**
 * Stands for a body that something consumed before the handler got it: reading it fails.
 *
 * @param remedy What to change in the host's code, in whole sentences.
 */
export function lostBody(remedy: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      controller.error(
        new NectarConnectError('not_configured', {
          message: `Something parsed the request before it got here, and its bytes are gone. ${remedy}`,
        }),
      )
    },
  })
}
