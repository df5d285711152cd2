/** What a host's page can be made of. Each list begins with a page that does nothing to the embed. */
export const DIMENSIONS = {
  sheet: [
    'none',
    'tailwind-3',
    'tailwind-4',
    'bootstrap-5',
    'normalize',
    'mui-css-baseline',
    'ant-design',
    'chakra',
    'everything-reset',
    'element-rules',
    'theme',
  ],
  /** When the host's sheet comes, and whether it stands in a cascade layer. */
  arrival: ['before', 'after', 'before, in a layer', 'after, in a layer'],
  modal: ['none', 'Radix', 'MUI', 'Headless UI'],
  queries: ['plain', 'throwOnError', 'keepPreviousData', 'enabled: false', 'select', 'never again'],
  translator: ['off', 'on'],
} as const

/** One page of a host. */
export type Combination = { [D in keyof typeof DIMENSIONS]: (typeof DIMENSIONS)[D][number] }

/** A page that does nothing to the embed. */
export const HARMLESS: Combination = {
  sheet: 'none',
  arrival: 'before',
  modal: 'none',
  queries: 'plain',
  translator: 'off',
}

/** The combination as the query of an address. */
export function toSearch(combination: Combination): string {
  return `?${new URLSearchParams(combination)}`
}

/**
 * The combination that an address asks for.
 *
 * @throws Error when a value is missing or unknown
 */
export function fromSearch(search: string): Combination {
  const params = new URLSearchParams(search)
  const entries = Object.entries(DIMENSIONS).map(([dimension, values]) => {
    const value = params.get(dimension) ?? ''
    if (!(values as readonly string[]).includes(value)) throw new Error(`${dimension} cannot be "${value}".`)
    return [dimension, value]
  })
  return Object.fromEntries(entries) as Combination
}

/** The combination in few words, for the name of a test. */
export function describeCombination({ sheet, arrival, modal, queries, translator }: Combination): string {
  const parts = [
    sheet === 'none' ? 'no sheet' : `${sheet} ${arrival}`,
    modal === 'none' ? 'no modal' : `in ${modal}`,
    queries === 'plain' ? null : queries,
    translator === 'on' ? 'translated' : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
