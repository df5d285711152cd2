/** What came back. `json` is undefined when the text is none. */
export interface ProbeResult {
  status: number
  headers: Headers
  text: string
  json: unknown
  /** Milliseconds since the epoch. */
  sentAt: number
  receivedAt: number
}

/** Nothing came back. */
export interface NoResponse {
  status: null
  /** A whole sentence. */
  reason: string
}

export type Probe = (url: string, init?: RequestInit) => Promise<ProbeResult | NoResponse>

const MAX_BYTES = 8 * 1024 * 1024

/** Asks once, follows no redirect, and never rejects. */
export function createProbe(deps: { now: () => number; timeoutMs: number }): Probe {
  return async (url, init = {}) => {
    const sentAt = deps.now()
    try {
      const signal = AbortSignal.timeout(deps.timeoutMs)
      const response = await fetch(url, { redirect: 'manual', signal, ...init })
      const receivedAt = deps.now()
      const text = await readText(response)
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: parseJson(text),
        sentAt,
        receivedAt,
      }
    } catch (error) {
      return { status: null, reason: explainNoResponse(error, url, deps.timeoutMs) }
    }
  }
}

async function readText(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true })
    if (text.length > MAX_BYTES) break
  }
  return text
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** In the words of somebody who has to mend it. Messages of the network may quote headers, and are not repeated. */
export function explainNoResponse(error: unknown, url: string, timeoutMs: number): string {
  const { host } = new URL(url)
  const code = codeOf(error)
  if (code === 'TimeoutError') return `${host} did not answer within ${timeoutMs / 1000} s.`
  if (code === 'ECONNREFUSED') return `Nothing listens on ${host}.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The name ${host} leads nowhere.`
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS/.test(code))
    return `The certificate of ${host} is not good (${code}).`
  return `The connection to ${host} broke (${code}).`
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return cause === undefined ? String(name) : codeOf(cause)
}
