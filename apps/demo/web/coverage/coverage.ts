import { type SiteView, STREAM_TYPES, type StreamType } from '../../wire/host-api.ts'

/** What is known about the bills of one utility at one site. */
export type StreamState =
  | 'collecting'
  | 'needs-you'
  | 'waiting'
  | 'provider'
  | 'off'
  /** The site has such a bill, and no connection covers it. */
  | 'unlinked'
  /** The site has no such bill. */
  | 'unused'

export type LinkedState = Exclude<StreamState, 'unlinked' | 'unused'>

/** A connection, as far as the coverage is concerned. */
export interface StreamLink {
  state: LinkedState
  siteIds: string[]
  types: string[]
}

export interface CoverageCell {
  site: SiteView
  state: StreamState
}

export interface CoverageRow {
  type: StreamType
  cells: CoverageCell[]
  collecting: number
  total: number
}

export interface Coverage {
  rows: CoverageRow[]
  counts: Record<Exclude<StreamState, 'unused'>, number>
  collecting: number
  total: number
  /** How many connections wait for somebody to sign in and hold up at least one stream. */
  signIns: number
}

/** Where two connections cover one stream: bills that arrive settle it, then what somebody can do about it. */
const PRECEDENCE: LinkedState[] = ['collecting', 'needs-you', 'waiting', 'provider', 'off']

/**
 * Which bills reach the company: one stream for each site and utility, and how it fares. A stream counts when the
 * site is known to have such bills, or when a connection says so.
 */
export function computeCoverage(sites: SiteView[], links: StreamLink[]): Coverage {
  const counts: Coverage['counts'] = {
    collecting: 0,
    'needs-you': 0,
    waiting: 0,
    provider: 0,
    off: 0,
    unlinked: 0,
  }
  const rows = STREAM_TYPES.map((type) => {
    const cells = sites.map((site) => ({ site, state: stateOf(site, type, links) }))
    for (const { state } of cells) if (state !== 'unused') counts[state] += 1
    return {
      type,
      cells,
      collecting: cells.filter(({ state }) => state === 'collecting').length,
      total: cells.filter(({ state }) => state !== 'unused').length,
    }
  }).filter((row) => row.total > 0)

  return {
    rows,
    counts,
    collecting: counts.collecting,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    signIns: links.filter((link) => link.state === 'needs-you' && holdsUp(link, rows)).length,
  }
}

function stateOf(site: SiteView, type: StreamType, links: StreamLink[]): StreamState {
  const states = links.filter((link) => covers(link, site, type)).map((link) => link.state)
  const settled = PRECEDENCE.find((state) => states.includes(state))
  return settled ?? (site.streams.includes(type) ? 'unlinked' : 'unused')
}

function covers(link: StreamLink, site: SiteView, type: StreamType): boolean {
  return link.types.includes(type) && link.siteIds.includes(site.id)
}

function holdsUp(link: StreamLink, rows: CoverageRow[]): boolean {
  return rows.some(({ type, cells }) =>
    cells.some(({ site, state }) => state === 'needs-you' && covers(link, site, type)),
  )
}
