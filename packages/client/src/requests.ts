import {
  changesResponse,
  type InvitationFilter,
  type RemindRequest,
  remindResponse,
  type ShareRequest,
  sharedInvitationsResponse,
  shareResponse,
} from '@nectar-connect/contract/wire'
import { type ConnectClient, post } from './connect-client.ts'

type Client = Pick<ConnectClient, 'call'>

/** An invitation in a mail to one address, or as a link for whoever has it. */
export function shareInvitation({ call }: Client, request: ShareRequest) {
  return call('/invitations/shared', shareResponse, post(request))
}

/** Which of the invitations that colleagues were sent. */
export interface SharedPage {
  /** Null: all of them. */
  filter: InvitationFilter | null
  /** The id of the last one of the page before; null: from the newest on. */
  after: string | null
  /** From 1 to 50. */
  limit: number
}

export function listSharedInvitations({ call }: Client, page: SharedPage) {
  return call(`/invitations/shared?${searchOf(page)}`, sharedInvitationsResponse)
}

export function remindOfInvitation({ call }: Client, id: string, request: RemindRequest) {
  return call(`/invitations/${id}/remind`, remindResponse, post(request))
}

/** @param limit how many at most, newest first; from 1 to 200 */
export function listChanges({ call }: Client, connectionId: string, limit: number) {
  return call(`/connections/${connectionId}/changes?limit=${limit}`, changesResponse)
}

function searchOf({ filter, after, limit }: SharedPage): URLSearchParams {
  const search = new URLSearchParams({ limit: String(limit) })
  if (filter !== null) search.set('filter', filter)
  if (after !== null) search.set('after', after)
  return search
}
