const LONGEST = 200

/** The console, where no other logger is given, writes the fields of a line below it: here they are one line again. */
export async function* joinConsoleLines(lines: AsyncIterable<string>): AsyncIterable<string> {
  let open: string[] = []
  for await (const line of lines) {
    if (open.length === 0) {
      if (line.includes('[nectar-connect] ') && line.endsWith(' {')) open = [line]
      else yield line
      continue
    }
    open.push(line.trim())
    if (line !== '}' && open.length < LONGEST) continue
    yield open.join(' ')
    open = []
  }
  if (open.length > 0) yield open.join(' ')
}
