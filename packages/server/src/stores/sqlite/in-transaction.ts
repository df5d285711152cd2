/**
 * Does work in one transaction. One that only reads may begin late; one that writes must not, since SQLite does not
 * wait for an upgrade.
 */
export function inTransaction<T>(
  db: { exec(text: string): void },
  work: () => T,
  begin: 'BEGIN IMMEDIATE' | 'BEGIN' = 'BEGIN IMMEDIATE',
): T {
  db.exec(begin)
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
