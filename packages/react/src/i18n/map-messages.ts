/** A catalog, or a part of one, with each of its words written anew. */
export function mapMessages<T>(messages: T, write: (words: string) => string): T
export function mapMessages(messages: unknown, write: (words: string) => string): unknown {
  if (typeof messages === 'string') return write(messages)
  const entries = Object.entries(messages ?? {})
  return Object.fromEntries(entries.map(([key, value]) => [key, mapMessages(value, write)]))
}
