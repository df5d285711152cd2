import type { StreamType } from '../../wire/host-api.ts'
import type { IconName } from '../ui/icon.tsx'

export const STREAM_NAMES: Record<StreamType, string> = {
  ELECTRICITY: 'Electricity',
  GAS: 'Gas',
  WATER: 'Water',
  WASTE: 'Waste',
  DISTRICT: 'District heat',
}

export const STREAM_ICONS: Record<StreamType, IconName> = {
  ELECTRICITY: 'electricity',
  GAS: 'gas',
  WATER: 'water',
  WASTE: 'waste',
  DISTRICT: 'steam',
}

/** "Electricity, gas and water". */
export function listStreams(types: StreamType[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(
    types.map((type) => STREAM_NAMES[type].toLowerCase()),
  )
  return list.slice(0, 1).toUpperCase() + list.slice(1)
}
