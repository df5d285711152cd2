import { readMailAddress } from '../lib/mail-address.ts'
import { parseUrl } from '../lib/parse-url.ts'
import type { UTILITY_TYPES } from '../lib/utility-types.ts'
import * as check from './check.ts'

/** One that Nectar documents, or another one that it knows. */
export type UtilityType = (typeof UTILITY_TYPES)[number] | (string & Record<never, never>)

/** What is filled in on Nectar's page beforehand, for a new connection. Either `url` or `datasourceId` names the provider. */
export type Prefill = {
  /** ISO 3166-1 alpha-2, in capitals, such as `US`. */
  country?: string | undefined
  /** Ids that Nectar gave to sites of the company. */
  siteIds?: readonly string[] | undefined
  utilityTypes?: readonly UtilityType[] | undefined
  /** From when on data is collected, such as `2024-01-31`. */
  startDate?: string | undefined
  /** Who answers for the connection. */
  ownerEmail?: string | undefined
} & (
  | {
      /** The provider's address: https, without credentials. */
      url?: string | undefined
      datasourceId?: undefined
    }
  | {
      /** Nectar's id of the provider. */
      datasourceId?: string | undefined
      url?: undefined
    }
)

/** A field of `Prefill`. */
export type PrefillField =
  | 'url'
  | 'datasourceId'
  | 'country'
  | 'siteIds'
  | 'utilityTypes'
  | 'startDate'
  | 'ownerEmail'

const LONGEST_URL = 2_048
/** No space, no backslash, and nothing that cannot be seen. */
const HTTPS_URL = /^https:\/\/[^\s\\\p{C}]+$/iu

function matching(expected: string, pattern: RegExp): check.Check<string> {
  return check.valueThat(
    expected,
    (value): value is string => typeof value === 'string' && pattern.test(value),
  )
}

function listOf(most: number, item: check.Check<string>): check.Check<string[]> {
  const list = check.array(item)
  return (value) => {
    if (Array.isArray(value) && value.length > most) throw new check.InvalidValue(`a list of ${most} at most`)
    return list(value)
  }
}

/** Stricter than Nectar: what a page fills in is somebody's who may want to mislead. */
export const PREFILL_CHECKS: Readonly<Record<PrefillField, check.Check<string | string[]>>> = {
  url: check.valueThat('an https URL without credentials', isPlainHttpsUrl),
  datasourceId: matching('an id', /^[\x21-\x7e]{1,128}$/),
  country: matching('a country such as "US"', /^[A-Z]{2}$/),
  siteIds: listOf(200, check.uuid),
  utilityTypes: listOf(20, matching('a utility type such as "ELECTRICITY"', /^\w{1,64}$/)),
  startDate: check.valueThat('a date such as "2024-01-31"', isDate),
  ownerEmail: (value) => {
    const address = readMailAddress(value)
    if (address === null) throw new check.InvalidValue('one plain mail address')
    return address
  },
}

export const PREFILL_FIELDS = Object.keys(PREFILL_CHECKS) as PrefillField[]

function isPlainHttpsUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_URL || !HTTPS_URL.test(value)) return false
  const url = parseUrl(value)
  return url !== null && url.username === '' && url.password === ''
}

function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
