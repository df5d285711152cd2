/** The utility types that Nectar documents; others are passed through. */
export const UTILITY_TYPES = [
  'ELECTRICITY',
  'GAS',
  'WATER',
  'DISTRICT',
  'WASTE',
  'FUEL',
  'MISC',
  'REFRIGERANT',
  'SOLAR',
  'TELECOM',
] as const
