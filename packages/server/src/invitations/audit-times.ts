import type { AuditEvent } from '@nectar-connect/contract/nectar'
import { toIso } from '../lib/to-iso.ts'

/** What an audit log says. The names of its events are not documented, so they are read tolerantly. */
export interface AuditTimes {
  /** Null where Nectar sent no audit log. */
  opened: boolean | null
  /** When somebody looked first, ISO 8601, UTC. */
  openedAt: string | null
  /** When it was used last, ISO 8601, UTC. */
  usedAt: string | null
}

export function auditTimes(audit: readonly AuditEvent[]): AuditTimes {
  const views = audit.filter(({ name }) => /view|open|verif/.test(name))
  const uses = audit.filter(({ name }) => /(^|[^a-z])used?([^a-z]|$)|submit|fulfil/.test(name))
  return {
    opened: audit.length === 0 ? null : views.length > 0,
    openedAt: toIso(views.find(({ at }) => at !== null)?.at ?? null),
    usedAt: toIso(uses.findLast(({ at }) => at !== null)?.at ?? null),
  }
}
