/** What a receiver got. */
export interface Received {
  url: string
  headers: Record<string, string>
  text: string
}

/** A host that takes webhooks. `answers` are status codes, used up in turn; then it accepts. */
export function createReceiver(answers: number[] = []) {
  const deliveries: Received[] = []
  const receive: typeof fetch = async (url, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers))
    deliveries.push({ url: String(url), headers, text: String(init?.body) })
    return new Response(null, { status: answers.shift() ?? 204 })
  }
  return { answers, deliveries, receive, events: () => deliveries.map(({ text }) => JSON.parse(text)) }
}

/** The headers under the names of the Standard Webhooks libraries. */
export function standardHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    ['id', 'timestamp', 'signature'].map((name) => [`webhook-${name}`, headers[`svix-${name}`] ?? '']),
  )
}
