import { parseWebUrl } from '../options.ts'
import type { UtilityType } from './records.ts'

/** What a provider's mark shows. */
export type Mark =
  | ('peaks' | 'flame' | 'waves' | 'sun' | 'harbor')
  | ('rings' | 'drop' | 'bolt' | 'steam' | 'hive')

/** A utility of the sandbox's catalog. All of them are invented. */
export interface Provider {
  /** Also what `prefill.datasourceId` takes. */
  id: string
  name: string
  /** Where customers sign in. */
  url: string
  types: UtilityType[]
  /** Two-letter states. */
  regions: string[]
  mark: Mark
  /** Background of the mark. */
  color: string
}

/** The address that Nectar documents for its own sandbox. */
export const SANDBOX_PROVIDER_URL = 'https://nectarclimate.com'

/** The invented utilities, for the page's search, `prefill.datasourceId` and `seed`. */
export const PROVIDERS: readonly Provider[] = `
  cascadia-power      | Cascadia Power & Light        | my.cascadiapl.example | ELECTRICITY       | OR WA    | peaks  | #1d3b63
  coast-range-gas     | Coast Range Gas               | coastrangegas.example | GAS               | OR WA CA | flame  | #ad4e1c
  three-rivers-water  | Three Rivers Water District   | threerivers.example   | WATER             | WA       | waves  | #146a68
  sierra-crest        | Sierra Crest Energy           | sierracrest.example   | ELECTRICITY GAS   | CA NV    | sun    | #2c5a37
  lakeshore-municipal | Lakeshore Municipal Utilities | lakeshoremu.example   | ELECTRICITY WATER | ID       | harbor | #3b5470
  ironwood-waste      | Ironwood Waste                | ironwoodwaste.example | WASTE             | CA OR WA | rings  | #575638
  baywater-coop       | Baywater Cooperative          | baywater.example      | WATER             | ME       | drop   | #2646a3
  puget-meadow        | Puget Meadow Energy           | pugetmeadow.example   | ELECTRICITY GAS   | WA       | bolt   | #5c3d78
  highline-steam      | Highline District Steam       | highlinesteam.example | DISTRICT          | NY CO    | steam  | #6e3a3f
  prairie-sun-solar   | Prairie Sun Solar             | prairiesun.example    | SOLAR             | KS TX    | sun    | #8a5a00
  granite-state-fuel  | Granite State Fuel            | granitefuel.example   | FUEL              | NH VT    | drop   | #45484f
  desert-wells-water  | Desert Wells Water Company    | desertwells.example   | WATER             | AZ NV    | waves  | #8a4a2b
`
  .trim()
  .split('\n')
  .map(readProvider)

/** What the documented sandbox address opens. It is found by its address only. */
export const SANDBOX_PROVIDER: Provider = {
  id: 'nectar-sandbox',
  name: 'Nectar Sandbox Utility',
  url: SANDBOX_PROVIDER_URL,
  types: ['ELECTRICITY', 'GAS', 'WATER'],
  regions: [],
  mark: 'hive',
  color: '#16312f',
}

/** The provider with this id, or undefined. */
export function findProvider(id: string): Provider | undefined {
  return [...PROVIDERS, SANDBOX_PROVIDER].find((entry) => entry.id === id)
}

/** The provider whose site this address belongs to, or undefined. `www.` and paths do not matter. */
export function findProviderByUrl(url: string): Provider | undefined {
  const host = hostOf(url)
  return host === null
    ? undefined
    : [...PROVIDERS, SANDBOX_PROVIDER].find((entry) => hostOf(entry.url) === host)
}

/** The host name of an address without `www.`; null when the text is not a web address. */
export function hostOf(url: string): string | null {
  return parseWebUrl(url)?.hostname.replace(/^www\./, '') ?? null
}

function readProvider(row: string): Provider {
  const [id = '', name = '', host = '', types = '', regions = '', mark = '', color = ''] = row
    .split('|')
    .map((field) => field.trim())
  return {
    id,
    name,
    url: `https://${host}`,
    types: types.split(' ') as UtilityType[],
    regions: regions.split(' '),
    mark: mark as Mark,
    color,
  }
}
