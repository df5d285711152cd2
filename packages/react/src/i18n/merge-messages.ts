/** `given`, and for what it leaves out `base`. What is no words at all, of a host in plain JavaScript, changes nothing. */
export function mergeMessages<Base>(base: Base, given: unknown): Base {
  if (given == null || (base && typeof given !== typeof base)) return base
  if (!isEntries(base)) return given as Base
  const merged: Record<string, unknown> = { ...base }
  for (const key in given) merged[key] = mergeMessages(base[key], (given as typeof base)[key])
  return merged as Base
}

/** Not the forms of one message: they belong to one language, and stay together. English has this one of them. */
export function isEntries(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && !('one' in (value as object))
}
