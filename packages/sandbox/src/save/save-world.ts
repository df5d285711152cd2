import type { World } from '../core/world.ts'
import type { Flows } from '../hosted/flows.ts'
import { SAVED_VERSION, type SavedSandbox } from './saved-sandbox.ts'

/** A copy: what happens later does not change it. */
export function saveWorld(world: World, flows: Flows): SavedSandbox {
  const { state } = world
  return structuredClone({
    format: 'nectar-sandbox',
    version: SAVED_VERSION,
    companies: [...state.companies.values()],
    sites: [...state.sites.values()],
    connections: [...state.connections.values()],
    invitations: [...state.invitations.values()],
    mails: state.mails,
    mailsFiled: state.mailsFiled,
    flows: flows.list(),
    checks: Array.from(world.checks, ([connectionId, { outcome, at }]) => ({ connectionId, outcome, at })),
    webhooks: world.webhooks.save(),
    stats: {
      invitationsCreated: state.invitationsCreated,
      requests: Object.fromEntries(state.requests),
    },
    checkDelayMs: world.checkDelayMs,
    time: world.time.save(),
    lastStamp: world.clock.last(),
    idPosition: world.ids.position(),
  })
}
