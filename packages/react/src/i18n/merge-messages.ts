type Entries = Readonly<Record<string, unknown>>

const merged = new WeakMap<object, WeakMap<object, Entries>>()

/** `given`, and for what it leaves out `base`. The same object for the same two. */
export function mergeMessages<Base extends object>(base: Base, given: object | undefined): Base {
  if (!given || given === base) return base
  const known = merged.get(base) ?? new WeakMap<object, Entries>()
  merged.set(base, known)
  const result = known.get(given) ?? merge(base as Entries, given as Entries)
  known.set(given, result)
  return result as Base
}

function merge(base: Entries, given: Entries): Entries {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  return {
    ...base,
    ...Object.fromEntries(entries.map(([key, value]) => [key, mergeEntry(base[key], value)])),
  }
}

function mergeEntry(base: unknown, given: unknown): unknown {
  if (isEntries(base) && isEntries(given) && !isPlural(base)) return merge(base, given)
  // What is no message at all, of a host in plain JavaScript, would fail where it is shown.
  return base === undefined || typeof base === typeof given ? given : base
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null
}

/** The forms of one message belong to one language, and stay together. English has these two. */
export function isPlural(entry: object): boolean {
  return 'one' in entry && 'other' in entry
}
