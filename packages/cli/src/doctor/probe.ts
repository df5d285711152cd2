import { nectarVersionPath } from '@nectar-connect/contract/nectar'
import { describeSetupProblem, findIgnoredProxy, isLoopback } from '@nectar-connect/contract/wire'
import type { NectarApi } from '../lib/command.ts'

export interface ProbeResult {
  /** 0: nothing came back. */
  status: number
  /** A whole sentence about why nothing came back; empty when something did. */
  reason: string
  headers: Headers
  text: string
  /** Undefined when the text is none. */
  json: unknown
  /** Milliseconds since the epoch, half-way between the request and the answer. */
  at: number
}

export type Probe = (url: string, init?: RequestInit) => Promise<ProbeResult>

/** Asks, follows no redirect, and never rejects. The same `GET` request is made once: its answer is remembered. */
export function createProbe(now: () => number, timeoutMs: number): Probe {
  const answers = new Map<string, Promise<ProbeResult>>()
  const ask = async (url: string, init: RequestInit): Promise<ProbeResult> => {
    const sentAt = now()
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetch(url, { redirect: 'manual', signal, ...init })
      const at = (sentAt + now()) / 2
      const { status, headers } = response
      const text = await response.text()
      return { status, reason: '', headers, text, json: parseJson(text), at }
    } catch (error) {
      const reason = explainNoResponse(error, url, timeoutMs)
      return { status: 0, reason, headers: new Headers(), text: '', json: undefined, at: sentAt }
    }
  }
  return (url, init = {}) => {
    const key = JSON.stringify([url, init.headers])
    if (init.method === 'POST') return ask(url, init)
    const answer = answers.get(key) ?? ask(url, init)
    answers.set(key, answer)
    return answer
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** In the words of somebody who has to fix it. Messages of the network may quote headers, and are not repeated. */
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
  const { code, name, cause } = Object(error) as { code?: unknown; name?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return cause === undefined ? String(name) : codeOf(cause)
}

/** How far the clock behind an answer is ahead, in milliseconds, good to a second; null: it does not tell. */
export function aheadMs({ headers, at }: ProbeResult): number | null {
  const date = Date.parse(headers.get('date') ?? '')
  // A cache's answer carries the date of an earlier one.
  return Number.isNaN(date) || headers.has('age') ? null : Math.round(date + 500 - at)
}

/** `2 min 5 s`. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** Calls Nectar with the key. The path is under the API's base. */
export function askNectar(
  ask: Probe,
  { apiKey, apiOrigin, apiVersion }: NectarApi,
  path: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST'; body?: object } = {},
): Promise<ProbeResult> {
  const headers = { accept: 'application/json', 'x-api-key': apiKey ?? '' }
  const json = body && {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  return ask(`${apiOrigin}${nectarVersionPath(apiVersion)}${path}`, { method, headers, ...json })
}

/** Why Nectar did not do it and how to fix that, as its documentation has it. */
export function explainRefusal(
  { status, reason, json }: ProbeResult,
  apiOrigin: string,
): { why: string; fix: string } {
  const known = REFUSALS[status]
  if (known) return { why: `Nectar answers ${status}: ${known.why}`, fix: known.fix }
  const variable = findIgnoredProxy(process.env)
  if (status === 0 && variable !== null && !isLoopback(new URL(apiOrigin).hostname)) {
    return describeSetupProblem('proxy_ignored', { apiOrigin, variable })
  }
  if (status === 0) {
    return {
      why: reason,
      fix: `See that this machine may reach ${apiOrigin} (proxy, firewall, name server), then run this again.`,
    }
  }
  if (status === 429 || status >= 500) {
    return {
      why: `Nectar answers ${status}, which passes.`,
      fix: 'Wait a little and run this again; if it stays so, ask Nectar’s support.',
    }
  }
  if (status < 400) {
    return {
      why: `It answers ${status}, with something that is not of Nectar's API.`,
      fix: `See what stands between this machine and ${apiOrigin}: a proxy that signs people in, or another --api-origin than was meant.`,
    }
  }
  const detail = JSON.stringify(Object(json).detail ?? json ?? '').slice(0, 200)
  return { why: `Nectar answers ${status}: ${detail}`, fix: 'Correct what it names.' }
}

const REFUSALS: Readonly<Record<number, { why: string; fix: string }>> = {
  401: {
    why: 'the key is not active, or belongs to the other environment (a Sandbox key in Production, or the other way round).',
    fix: 'Compare the key with Settings > Organization > API Keys of the environment that is meant, make a new one if in doubt, and set NECTAR_API_KEY.',
  },
  403: {
    why: 'the key is good, but this is out of its scope.',
    fix: 'Use a key of the organization that owns the company, or a company that this key may see.',
  },
  404: {
    why: 'the id is wrong, or its object is not visible to this key.',
    fix: 'Check the id, and that it was made in the environment of this key.',
  },
}
