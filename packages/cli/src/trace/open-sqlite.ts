import type { InvitationEntry } from '@nectar-connect/server'
import { HANDLED_KEPT_MS, type Recorded, type StoredObservation } from './recorded.ts'

/**
 * What `createSqliteStore` wrote into a file, read only.
 *
 * @throws Error when it cannot be opened, or this Node has no SQLite.
 */
export async function openSqlite(file: string): Promise<Recorded> {
  // Older versions of Node have everything but this.
  const { DatabaseSync } = await import('node:sqlite')
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  /** The file may be of something else. */
  const rows = (table: string, text: string, ...values: string[]) =>
    db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) === undefined
      ? []
      : db.prepare(text).all(...values)
  const bodies = <T>(found: ReturnType<typeof rows>) => found.map(({ body }) => JSON.parse(String(body)) as T)

  return {
    ofConnection: async (connectionId) =>
      bodies<StoredObservation>(
        rows(
          'observations',
          'SELECT body FROM observations WHERE connection = ? ORDER BY moment',
          connectionId,
        ),
      ),
    async ofEvent(eventId) {
      const [handled] = rows('handled', 'SELECT until FROM handled WHERE event = ?', eventId)
      const text = "SELECT body FROM observations WHERE json_extract(body, '$.eventId') = ? ORDER BY moment"
      return {
        observations: bodies<StoredObservation>(rows('observations', text, eventId)),
        handledAt: handled ? Number(handled.until) - HANDLED_KEPT_MS : null,
      }
    },
    async ofInvitation(invitationId) {
      const text = 'SELECT body FROM shared_invitations WHERE invitation = ?'
      return bodies<InvitationEntry>(rows('shared_invitations', text, invitationId))[0] ?? null
    },
    async reconnectsOf(connectionId) {
      const text =
        "SELECT body FROM shared_invitations WHERE json_extract(body, '$.connectionId') = ? ORDER BY number"
      return bodies<InvitationEntry>(rows('shared_invitations', text, connectionId))
    },
    async close() {
      db.close()
    },
  }
}
