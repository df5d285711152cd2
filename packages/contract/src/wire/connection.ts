import * as check from './check.ts'
import { type SiteView, siteView } from './invitation.ts'
import { type SharingPolicy, sharingPolicy } from './sharing-policy.ts'

/** A connection as a browser may see it. */
export interface ConnectionView {
  id: string
  /** As Nectar writes it; see `describeStatus`. */
  status: string
  /** False: collection is off, whatever the status says. */
  isActive: boolean
  providerName: string | null
  /** The utility's own site. Only ever https. */
  providerUrl: string | null
  country: string | null
  utilityTypes: string[]
  sites: SiteView[]
  /** ISO 8601, UTC. */
  createdAt: string | null
  /** When the status was last reported, ISO 8601, UTC. */
  statusAt: string | null
  /** Since when it has had this status, ISO 8601, UTC. */
  statusSince: string | null
  updatedAt: string | null
  /** The customer's login at the utility. Only where the host asked for it. */
  username?: string | undefined
}

export const connectionView: check.Check<ConnectionView> = check.object<ConnectionView>({
  id: check.uuid,
  status: check.string,
  isActive: check.boolean,
  providerName: check.nullable(check.string),
  providerUrl: check.nullable(check.url('https:')),
  country: check.nullable(check.string),
  utilityTypes: check.array(check.string),
  sites: check.array(siteView),
  createdAt: check.nullable(check.string),
  statusAt: check.nullable(check.string),
  statusSince: check.nullable(check.string),
  updatedAt: check.nullable(check.string),
  username: check.optional(check.string),
})

/**
 * What a user may do; everything when the host's `authorize` does not say. The server enforces it; the components show
 * who can help with the rest.
 */
export interface Permissions {
  view: boolean
  connect: boolean
  reconnect: boolean
  invite: boolean
  revoke: boolean
}

const permissions: check.Check<Permissions> = check.object<Permissions>({
  view: check.boolean,
  connect: check.boolean,
  reconnect: check.boolean,
  invite: check.boolean,
  revoke: check.boolean,
})

/** How changes get to the server: pushed by Nectar, or found whenever somebody reads. */
export type UpdateMode = 'stream' | 'poll'

/** Answer of `GET /connections`: all of them, and what the user may do with them. */
export interface ConnectionsResponse {
  connections: ConnectionView[]
  permissions: Permissions
  /** Names of people who may do what the user may not. */
  administratorNames: string[]
  /** Where Nectar's page lives, so that a page can get ready for it. Nothing is trusted because it stands here. */
  hostedOrigin?: string | undefined
  /** How a colleague can be asked. */
  sharing: SharingPolicy
  liveUpdates: UpdateMode
  /** Where the stream of changes goes on after this list. Missing: changes may have come since that no cursor tells. */
  cursor?: string | undefined
}

export const connectionsResponse: check.Check<ConnectionsResponse> = check.object<ConnectionsResponse>({
  connections: check.array(connectionView),
  permissions,
  administratorNames: check.array(check.string),
  hostedOrigin: check.optional(check.string),
  sharing: sharingPolicy,
  liveUpdates: check.oneOfOr(['stream', 'poll'], 'poll'),
  cursor: check.optional(check.string),
})
