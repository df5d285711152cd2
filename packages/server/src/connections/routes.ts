import type { ChangesResponse, ConnectionsResponse, ConnectionView } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import { readLimit } from '../http/body.ts'
import { JsonText } from '../http/respond.ts'
import { type Route, userRoute } from '../http/route.ts'
import { sharingPolicyFor } from '../settings/sharing-settings.ts'
import { viewChange } from '../streams/change-streams.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'
import type { Connections } from './connections.ts'

/** The connections of the company, as they are now and were before. */
export function connectionRoutes({
  connections,
  settings,
  store,
  webhookTrust,
}: Pick<Core, 'settings' | 'store'> & { connections: Connections; webhookTrust: WebhookTrust }): Route[] {
  /** Every tab gets the same list: written once for all that ask while it is kept. */
  const texts = new WeakMap<ConnectionView[], string>()
  function textOf(list: ConnectionView[]): string {
    const text = texts.get(list) ?? JSON.stringify(list)
    texts.set(list, text)
    return text
  }

  return [
    // All of them, and what the user may do with them.
    userRoute('GET', '/connections', ['view'], async ({ log, user }) => {
      const { companyId, permissions, administratorNames } = user
      const list = await connections.list(companyId, log)
      const rest = {
        permissions,
        administratorNames,
        hostedOrigin: settings.hostedOrigin,
        liveUpdates: webhookTrust.live(companyId),
        sharing: sharingPolicyFor(settings.sharing, user),
        cursor: connections.cursorOf(list) ?? undefined,
      } satisfies Omit<ConnectionsResponse, 'connections'>
      return new JsonText(`{"connections":${textOf(list)},${JSON.stringify(rest).slice(1)}`)
    }),
    userRoute('GET', '/connections/:id', ['view'], ({ log, user, id }) =>
      connections.get(user.companyId, id, log),
    ),
    // The history of one connection, newest first.
    userRoute(
      'GET',
      '/connections/:id/changes',
      ['view'],
      async ({ log, request, user: { companyId }, id }) => {
        const limit = readLimit(request, 50, 200)
        const { changes, hasMore } = await store.readHistory(companyId, id, limit)
        // What the store has was recorded for this company; of the rest, Nectar knows whose it is.
        if (changes.length === 0) await connections.get(companyId, id, log)
        return { changes: changes.map(viewChange), hasMore } satisfies ChangesResponse
      },
    ),
  ]
}
