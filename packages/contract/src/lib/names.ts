/**
 * What a table says under a key that came from outside. Every object answers to `constructor` and `__proto__`, too: that
 * is not in the table.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The name that was probably meant; null when more than a third of the letters would have to change. */
export function findNearestName(given: string, names: readonly string[]): string | null {
  let nearest: string | null = null
  let fewest = Math.ceil(given.length / 3)
  for (const name of names) {
    const edits = countEdits(given.toLowerCase(), name.toLowerCase())
    if (edits > fewest || (edits === fewest && nearest !== null)) continue
    nearest = name
    fewest = edits
  }
  return nearest
}

/** How many letters have to be added, left out or changed (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[line - 1] === to[column - 1]
      const changed = Number(row[column - 1]) + (isSame ? 0 : 1)
      next.push(Math.min(changed, Number(row[column]) + 1, Number(next[column - 1]) + 1))
    }
    row = next
  }
  return Number(row.at(-1))
}
