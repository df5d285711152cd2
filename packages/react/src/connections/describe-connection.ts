import type { ConnectionView } from '@nectar-connect/contract'
import type { IconName } from '../icons/icon.tsx'
import { listFormat } from '../messages/formats.ts'
import type { Messages } from '../messages/messages.ts'
import { plural } from '../messages/plural.ts'
import { humanize } from '../status/status-state.ts'

/** `Electricity and gas, 2 sites`; with a single site, its name. */
export function describeSites(messages: Messages, { utilityTypes, sites, username }: ConnectionView): string {
  const types = utilityTypes.map((type) => messages.utilities[type] ?? humanize(type))
  const [first, ...others] = types
  const kinds =
    first === undefined
      ? null
      : listFormat(messages.locale).format([
          first,
          ...others.map((type) => type.toLocaleLowerCase(messages.locale)),
        ])
  const [only] = sites
  const where =
    sites.length === 1 && only?.name
      ? only.name
      : sites.length > 0
        ? plural(messages.locale, messages.list.sites, sites.length)
        : null
  return [kinds, where, username].filter((part) => typeof part === 'string').join(', ')
}

const UTILITY_ICONS: Record<string, IconName> = {
  ELECTRICITY: 'bolt',
  GAS: 'flame',
  WATER: 'drop',
  DISTRICT: 'heat',
  WASTE: 'bin',
  FUEL: 'flame',
  SOLAR: 'sun',
}

/** What a connection's first kind of utility looks like. */
export function utilityIcon([first]: readonly string[]): IconName {
  return UTILITY_ICONS[first ?? ''] ?? 'link'
}
