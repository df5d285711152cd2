import {
  type NectarConnection,
  type NectarInvitationDetail,
  nectarConnection,
  nectarInvitationDetail,
} from '@nectar-connect/contract/nectar'
import { createAsk } from '../doctor/ask.ts'
import { askNectar, explainRefusal } from '../doctor/ask-nectar.ts'
import type { TraceOptions } from './trace-options.ts'

const ANSWER_LIMIT_MS = 15_000

/** What Nectar itself knows. Null: nothing by that id, as far as the key sees. */
export interface NectarSource {
  invitation(id: string): Promise<NectarInvitationDetail | null>
  connection(id: string): Promise<NectarConnection | null>
}

/** Each rejects with an Error whose message says why Nectar did not answer. */
export function askAbout(options: NonNullable<TraceOptions['nectar']>): NectarSource {
  const ask = createAsk({ now: Date.now, timeoutMs: ANSWER_LIMIT_MS })
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
  }
}

function unreadable(): never {
  throw new Error('Nectar answered something that could not be read.')
}
