import { type SiteView, STREAM_TYPES, type StreamType } from '../../wire/host-api.ts'
import { groupByRegion } from '../coverage/group-by-region.ts'
import { emissionFactor } from './emission-factors.ts'

/** What came of a group of sites in a month. */
export interface Figures {
  sites: number
  /** Rooms or m². */
  size: number
  /** Null: no bill has come. */
  usage: Record<StreamType, number | null>
  /** How many sites have had their electricity bill. */
  sitesWithElectricity: number
  /** Tonnes of CO₂e of what has come; null when nothing has. */
  tonnes: number | null
}

export interface RegionFigures extends Figures {
  region: string
}

export function figuresOf(sites: SiteView[]): Figures {
  const usage = Object.fromEntries(
    STREAM_TYPES.map((type) => [type, sum(sites.map((site) => site.usage[type]))]),
  ) as Record<StreamType, number | null>
  const kilograms = sum(sites.map(kilogramsOf))
  return {
    sites: sites.length,
    size: sites.reduce((total, site) => total + site.size.value, 0),
    usage,
    sitesWithElectricity: sites.filter((site) => site.usage.ELECTRICITY !== undefined).length,
    tonnes: kilograms === null ? null : kilograms / 1000,
  }
}

export function figuresByRegion(sites: SiteView[]): RegionFigures[] {
  return groupByRegion(sites).map((region) => ({ region: region.name, ...figuresOf(region.sites) }))
}

function kilogramsOf(site: SiteView): number | undefined {
  const parts = STREAM_TYPES.flatMap((type) => {
    const amount = site.usage[type]
    return amount === undefined ? [] : [amount * emissionFactor(type, site.region)]
  })
  return sum(parts) ?? undefined
}

function sum(amounts: (number | undefined)[]): number | null {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0)
}
