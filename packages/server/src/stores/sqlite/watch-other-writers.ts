import type { DatabaseSync } from 'node:sqlite'

/**
 * Calls back after other connections wrote to a database, while it is turned on. SQLite counts their transactions.
 *
 * @param pollMs How often it is looked, in milliseconds.
 */
export function watchOtherWriters(
  db: DatabaseSync,
  pollMs: number,
  onNews: () => void,
): { turn(isOn: boolean): void } {
  const statement = db.prepare('PRAGMA data_version')
  const version = () => Number(Object.values(statement.get() ?? {})[0])
  let timer: ReturnType<typeof setInterval> | undefined
  let seen = 0
  return {
    turn(isOn) {
      if (isOn === (timer !== undefined)) return
      clearInterval(timer)
      timer = undefined
      if (!isOn) return
      seen = version()
      timer = setInterval(() => {
        const now = version()
        if (now === seen) return
        seen = now
        onNews()
      }, pollMs)
      timer.unref()
    },
  }
}
