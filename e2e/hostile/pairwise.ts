type Values = Record<string, readonly string[]>

/**
 * Rows in which every two values of different dimensions meet at least once. Greedy, and the same each time.
 *
 * @param dimensions at least two
 */
export function pairwise<D extends Values>(dimensions: D): { [K in keyof D]: D[K][number] }[] {
  const names = Object.keys(dimensions)
  const open = new Set<string>()
  names.forEach((one, index) => {
    for (const other of names.slice(index + 1)) {
      for (const left of dimensions[one] ?? []) {
        for (const right of dimensions[other] ?? []) open.add(pair(one, left, other, right))
      }
    }
  })
  const rows: Record<string, string>[] = []
  while (open.size > 0) {
    const row: Record<string, string> = Object.fromEntries(parse([...open][0] ?? ''))
    for (const name of names.filter((each) => !(each in row))) row[name] = best(name, row)
    const taken = pairsOf(row)
    for (const each of taken) open.delete(each)
    rows.push(Object.fromEntries(names.map((name) => [name, row[name] ?? ''])))
  }
  return rows as { [K in keyof D]: D[K][number] }[]

  /** The value that meets the most values it has not met; of equal ones, the one that was used least. */
  function best(name: string, row: Record<string, string>): string {
    const scored = (dimensions[name] ?? []).map((value) => {
      const met = pairsOf({ ...row, [name]: value }).filter((each) => open.has(each)).length
      const used = rows.filter((each) => each[name] === value).length
      return { value, score: met - used / 10_000 }
    })
    return scored.reduce((one, other) => (other.score > one.score ? other : one)).value
  }

  function pairsOf(row: Record<string, string>): string[] {
    const given = names.filter((name) => name in row)
    return given.flatMap((one, index) =>
      given.slice(index + 1).map((other) => pair(one, row[one] ?? '', other, row[other] ?? '')),
    )
  }
}

const pair = (one: string, left: string, other: string, right: string) =>
  JSON.stringify([
    [one, left],
    [other, right],
  ])

const parse = (text: string): [string, string][] => JSON.parse(text)
