import * as z from 'zod/mini'
import { uuid } from '../lib/uuid.ts'
import { sharingTerms } from './sharing.ts'
import { webAddress } from './web-address.ts'

/** A connection as a browser may see it. */
export const connectionView = z.object({
  id: uuid,
  /** As Nectar writes it; see `describeStatus`. */
  status: z.string(),
  /** False: collection is off, whatever the status says. */
  isActive: z.boolean(),
  providerName: z.nullable(z.string()),
  /** The utility's own site. Only ever https. */
  providerUrl: z.nullable(webAddress('https:')),
  country: z.nullable(z.string()),
  utilityTypes: z.array(z.string()),
  /** Name null where the host's server could not look it up. */
  sites: z.array(z.object({ id: uuid, name: z.nullable(z.string()) })),
  /** ISO 8601, UTC. */
  createdAt: z.nullable(z.string()),
  /** When the status was last reported, ISO 8601, UTC. */
  statusAt: z.nullable(z.string()),
  /** Since when it has had this status, ISO 8601, UTC. Missing from a server of the version before. */
  statusSince: z.optional(z.nullable(z.string())),
  updatedAt: z.nullable(z.string()),
  /** The customer's login at the utility. Only where the host asked for it. */
  username: z.optional(z.string()),
})
/** A connection as a browser may see it. */
export type ConnectionView = z.output<typeof connectionView>

/** What the caller may do; everything when the host's `authorize` does not say. */
export const permissions = z.object({
  view: z.boolean(),
  connect: z.boolean(),
  reconnect: z.boolean(),
  invite: z.boolean(),
  revoke: z.boolean(),
})
/** What a user may do. The server enforces it; the components show who can help with the rest. */
export type Permissions = z.output<typeof permissions>

/** Answer of `GET /connections`: all of them, and what the caller may do with them. */
export const connectionsResponse = z.object({
  connections: z.array(connectionView),
  can: permissions,
  /** Names of people who may do what the caller may not. */
  administrators: z.array(z.string()),
  /** Where Nectar's page lives, so that a page can get ready for it. Nothing is trusted because it stands here. */
  hostedOrigin: z.optional(z.string()),
  /** How a colleague can be asked. Missing from a server of the version before. */
  sharing: z.optional(sharingTerms),
  /** How changes get to the server: pushed by Nectar, or found whenever somebody reads. */
  live: z.optional(z.enum(['stream', 'poll'])),
})
export type ConnectionsResponse = z.output<typeof connectionsResponse>
