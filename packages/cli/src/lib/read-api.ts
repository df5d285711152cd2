import {
  NECTAR_API_ORIGIN,
  NECTAR_API_VERSIONS,
  type NectarApiVersion,
} from '@nectar-connect/contract/nectar'
import { isLoopback } from '@nectar-connect/contract/wire'
import { UsageError } from './usage-error.ts'

/** Where Nectar's API is. @throws UsageError */
export function readApi(values: { 'api-origin'?: string | undefined; 'api-version'?: string | undefined }): {
  apiOrigin: string
  apiVersion: NectarApiVersion
} {
  return {
    apiOrigin: readOrigin('api-origin', values['api-origin'] ?? NECTAR_API_ORIGIN),
    apiVersion: readVersion(values['api-version'] ?? 'v2.2'),
  }
}

/** The key travels there: as in the handler's options, https, or http on this machine. @throws UsageError */
export function readOrigin(name: string, text: string): string {
  const url = readUrl(name, text)
  const isTaken = url.protocol === 'https:' || isLoopback(url.hostname)
  if (url.pathname === '/' && url.search + url.hash === '' && isTaken) return url.origin
  throw new UsageError(`--${name} is no origin that can be used. Write it like https://… without a path.`)
}

/** @throws UsageError */
export function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UsageError(`--${name} is no web address. Write it like https://app.example.com/…`)
  }
  return url
}

function readVersion(text: string): NectarApiVersion {
  const version = NECTAR_API_VERSIONS.find((known) => known === text)
  if (version) return version
  throw new UsageError(`--api-version is none of ${NECTAR_API_VERSIONS.join(', ')}.`)
}
