/** `given`, and for what it leaves out `base`. What is no words at all, of a host in plain JavaScript, changes nothing. */
export function mergeMessages<Base>(base: Base, given: unknown): Base {
  if (given == null || (base !== undefined && typeof given !== typeof base)) return base
  if (!isEntries(base) || isPlural(base)) return given as Base
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(given)) merged[key] = mergeMessages(base[key], value)
  return merged as Base
}

function isEntries(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object'
}

/** The forms of one message belong to one language, and stay together. English has these two. */
export function isPlural(entry: object): boolean {
  return 'one' in entry && 'other' in entry
}
