import { ApiFailure } from '../lib/answer.ts'
import type { Handler, Route } from './route.ts'

/**
 * Magic links, which invitations replaced. How they answer is not known: whoever still calls them is told what to call
 * instead.
 */
export function mountLegacyRoutes(route: Route): void {
  route('POST', '/connection/company/{company_id}/link', replacedBy('POST /invitation/company/{company_id}'))
  route('GET', '/connection/{connection_id}', replacedBy('GET /connection/{connection_id}/details'))
  route('POST', '/connection/{connection_id}', replacedBy('POST /invitation/connection/{connection_id}'))
}

function replacedBy(call: string): Handler {
  return () => {
    throw new ApiFailure(410, `Magic links are deprecated, and not emulated. Call ${call} instead.`)
  }
}
