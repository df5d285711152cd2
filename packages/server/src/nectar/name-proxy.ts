import { describeSetupProblem, findIgnoredProxy } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { environment } from '../settings/secrets.ts'
import type { Upstream } from './upstream.ts'

/** Sends as `send` does; where Nectar was not reached, the error names a proxy that Node's own `fetch` does not use. */
export function nameProxy(send: Upstream, apiOrigin: string): Upstream {
  return async (call) => {
    try {
      return await send(call)
    } catch (error) {
      const variable = findIgnoredProxy(environment())
      if (variable === null || !isUnreached(error)) throw error
      const { code, cause } = error
      const { what, fix } = describeSetupProblem('proxy_ignored', { apiOrigin, variable })
      const message = `${what} ${fix}`
      call.log.once('warn', message, {})
      throw new NectarConnectError(code, {
        message,
        setupProblems: [message],
        ...(cause === undefined ? {} : { cause }),
      })
    }
  }
}

/** Whether no answer came at all. */
function isUnreached(error: unknown): error is NectarConnectError {
  if (!NectarConnectError.isInstance(error)) return false
  const { code, cause } = error
  return code === 'nectar_timeout' || (code === 'nectar_unavailable' && cause !== undefined)
}
