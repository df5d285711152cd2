import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

type Values = SQLInputValue[]

export function statementsOf(db: DatabaseSync) {
  const rows = (text: string) => {
    const statement = db.prepare(text)
    return (...values: Values) => statement.all(...values)
  }
  return {
    rows,
    /** The first column of the first row; null without one. */
    value(text: string) {
      const all = rows(text)
      return (...values: Values) => Object.values(all(...values)[0] ?? {})[0] ?? null
    },
    /** The column `body` of each row, read from JSON. */
    bodies<T>(text: string, read: (body: string) => T | undefined = JSON.parse) {
      const all = rows(text)
      return (...values: Values): T[] => all(...values).flatMap(({ body }) => read(String(body)) ?? [])
    },
    /** Answers how many rows it changed. */
    run(text: string) {
      const statement = db.prepare(text)
      return (...values: Values) => Number(statement.run(...values).changes)
    },
  }
}

/** Does work in one transaction. One that writes begins `IMMEDIATE`: SQLite does not wait for an upgrade. */
export function inTransaction<T>(
  db: DatabaseSync,
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
