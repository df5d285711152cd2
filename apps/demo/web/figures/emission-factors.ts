import type { StreamType } from '../../wire/host-api.ts'

/** Kilograms of CO₂e for a kWh, by the state whose grid it comes from. Rounded; good enough for a demo. */
const GRID: Record<string, number> = {
  Oregon: 0.29,
  Washington: 0.29,
  Idaho: 0.29,
  California: 0.23,
  Illinois: 0.45,
  Indiana: 0.45,
  Ohio: 0.45,
}

const GRID_AVERAGE = 0.37

/** Kilograms of CO₂e for a therm, m³, t and Mlb. */
const OTHERS: Record<Exclude<StreamType, 'ELECTRICITY'>, number> = {
  GAS: 5.3,
  WATER: 0.35,
  WASTE: 460,
  DISTRICT: 79,
}

/** Kilograms of CO₂e that come with one unit of a utility. */
export function emissionFactor(type: StreamType, region: string): number {
  return type === 'ELECTRICITY' ? (GRID[region] ?? GRID_AVERAGE) : OTHERS[type]
}
