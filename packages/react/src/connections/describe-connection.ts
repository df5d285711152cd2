import { type ConnectionView, ownValue } from '@nectar-connect/contract'
import type { IconName } from '../icons/icon.tsx'
import { formatNames } from '../messages/format-names.ts'
import { listFormat } from '../messages/formats.ts'
import type { Messages } from '../messages/messages.ts'
import { plural } from '../messages/plural.ts'
import { humanize } from '../status/status-state.ts'

/** `Electricity and gas, 2 sites`; with a single site, its name. */
export function describeSites(messages: Messages, { utilityTypes, sites, username }: ConnectionView): string {
  const { locale, utilities, list } = messages
  const types = utilityTypes.map(
    (type) => ownValue(utilities, type) ?? humanize(type).toLocaleLowerCase(locale),
  )
  const [first = '', ...rest] = listFormat(locale).format(types)
  const kinds = first.toLocaleUpperCase(locale) + rest.join('')
  const isolated = (name: string) => formatNames(messages, [name], 'conjunction')
  const [only] = sites
  const where =
    sites.length === 1 && only?.name
      ? isolated(only.name)
      : sites.length > 0
        ? plural(locale, list.sites, sites.length)
        : ''
  const login = username ? isolated(username) : ''
  return [kinds, where, login].filter((part) => part !== '').join(list.separator)
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
  return ownValue(UTILITY_ICONS, first ?? '') ?? 'link'
}
