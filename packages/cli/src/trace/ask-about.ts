import {
  allPages,
  isSameId,
  type NectarConnection,
  type NectarInvitation,
  type NectarInvitationDetail,
  nectarConnection,
  nectarInvitationDetail,
  nectarInvitationPage,
} from '@nectar-connect/contract/nectar'
import { createProbe } from '../doctor/probe.ts'
import { askNectar, explainRefusal } from '../doctor/probe-nectar.ts'
import type { TraceOptions } from './trace-options.ts'

const ANSWER_LIMIT_MS = 15_000

/** What Nectar itself knows. Null: nothing by that id, as far as the key sees. */
export interface NectarSource {
  invitation(id: string): Promise<NectarInvitationDetail | null>
  connection(id: string): Promise<NectarConnection | null>
  /** The invitation that made a connection, and all to mend it. */
  invitationsOf(connection: NectarConnection): Promise<NectarInvitation[]>
}

/** Each rejects with an Error whose message says why Nectar did not answer. */
export function askAbout(options: NonNullable<TraceOptions['nectar']>): NectarSource {
  const ask = createProbe({ now: Date.now, timeoutMs: ANSWER_LIMIT_MS })
  const get = async (path: string): Promise<unknown> => {
    const answer = await askNectar(ask, options, options.apiKey, path)
    if (answer.status === 200) return answer.json
    // Either says no more than that the key does not see it.
    if (answer.status === 403 || answer.status === 404) return null
    throw new Error(explainRefusal(answer, options.apiOrigin).why)
  }
  return {
    async invitation(id) {
      const json = await get(`/invitation/${id}`)
      return json === null ? null : (nectarInvitationDetail.safeParse(json).data ?? unreadable())
    },
    async connection(id) {
      const json = await get(`/connection/${id}/details`)
      return json === null ? null : (nectarConnection.safeParse(json).data ?? unreadable())
    },
    async invitationsOf({ id, company }) {
      if (company === null) return []
      const all = await allPages(async (number) => {
        const json = await get(`/invitation/company/${company.id}?page=${number}`)
        const page = nectarInvitationPage.safeParse(json).data ?? unreadable()
        return { ...page, items: page.invitations }
      })
      return all.filter(
        ({ connectionId, createdConnections }) =>
          isSameId(connectionId, id) || createdConnections.some((made) => isSameId(made.id, id)),
      )
    },
  }
}

function unreadable(): never {
  throw new Error('Nectar answered something that could not be read.')
}
