/** The versions of Nectar's REST API. They differ only in document and usage data, which this project leaves alone. */
export const NECTAR_API_VERSIONS = ['v2.2', 'v2.1', 'v2.0'] as const
/** The versions of Nectar's API. All calls that are made here are the same in each. */
export type NectarApiVersion = (typeof NECTAR_API_VERSIONS)[number]

/** Where a version is mounted: v2.0 lives under `/v2`. */
export function nectarVersionPath(version: NectarApiVersion): string {
  return version === 'v2.0' ? '/v2' : `/${version}`
}

/** Nectar's API. */
export const NECTAR_API_ORIGIN = 'https://external.nectarclimate.com'
