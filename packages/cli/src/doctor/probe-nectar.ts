import { nectarVersionPath } from '@nectar-connect/contract/nectar'
import type { DoctorOptions } from './doctor-options.ts'
import type { NoResponse, Probe, ProbeResult } from './probe.ts'

/** Calls Nectar with the key. The path is under the API's base. */
export function askNectar(
  ask: Probe,
  { apiOrigin, apiVersion }: Pick<DoctorOptions, 'apiOrigin' | 'apiVersion'>,
  apiKey: string,
  path: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST'; body?: unknown } = {},
): Promise<ProbeResult | NoResponse> {
  return ask(`${apiOrigin}${nectarVersionPath(apiVersion)}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-api-key': apiKey,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Why Nectar did not do it and how to mend that, as its documentation has it. */
export function explainRefusal(
  answer: ProbeResult | NoResponse,
  apiOrigin: string,
): { why: string; fix: string } {
  const { status } = answer
  if (status === null) {
    return {
      why: answer.reason,
      fix: `See that this machine may reach ${apiOrigin} (proxy, firewall, name server), then run this again.`,
    }
  }
  if (status === 401) {
    return {
      why: 'Nectar answers 401: the key is not active, or belongs to the other environment (a Sandbox key in Production, or the other way round).',
      fix: 'Compare the key with Settings > Organization > API Keys of the environment that is meant, make a new one if in doubt, and set NECTAR_API_KEY.',
    }
  }
  if (status === 403) {
    return {
      why: 'Nectar answers 403: the key is good, but this is out of its scope.',
      fix: 'Use a key of the organization that owns the company, or a company that this key may see.',
    }
  }
  if (status === 404) {
    return {
      why: 'Nectar answers 404: the id is wrong, or its object is not visible to this key.',
      fix: 'Check the id, and that it was made in the environment of this key.',
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
  return {
    why: `Nectar answers ${status}${detailOf(answer.json)}`,
    fix: 'Correct what it names.',
  }
}

function detailOf(json: unknown): string {
  const detail = typeof json === 'object' && json !== null && 'detail' in json ? json.detail : null
  if (detail === null) return '.'
  return `: ${(typeof detail === 'string' ? detail : JSON.stringify(detail)).slice(0, 200)}`
}
