import { type ConnectionView, ownValue } from '@nectar-connect/contract/wire'
import { formatNames } from '../i18n/format-names.ts'
import { listFormat } from '../i18n/formats.ts'
import type { Messages } from '../i18n/messages.ts'
import { plural } from '../i18n/plural.ts'
import type { IconName } from '../ui/icon.tsx'
import { humanize } from './status-state.ts'

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
