/** What Plumbline's own server and its pages say to each other. Nectar's part has its own protocol. */

export const COMPANY_SLUGS = ['harrow-lane', 'kestrel'] as const
export type CompanySlug = (typeof COMPANY_SLUGS)[number]

/** `manage` may do everything, `view` may only look. */
export const ROLES = ['manage', 'view'] as const
export type Role = (typeof ROLES)[number]

/** The utility types that Plumbline keeps accounts for, as Nectar names them, in the order of the coverage grid. */
export const STREAM_TYPES = ['ELECTRICITY', 'GAS', 'WATER', 'WASTE', 'DISTRICT'] as const
export type StreamType = (typeof STREAM_TYPES)[number]

/** A company as the sign-in page shows it. */
export interface CompanyCard {
  slug: CompanySlug
  name: string
  monogram: string
  summary: string
}

export interface SessionView {
  company: {
    slug: CompanySlug
    name: string
    monogram: string
    /** `setup`: on its first day, with the set-up page in the menu. */
    stage: 'setup' | 'running'
    /** What a site is called here. */
    siteNoun: { one: string; other: string }
    fiscalYearFrom: string
  }
  user: { name: string; title: string; initials: string }
  role: Role
}

/** Answer of `GET`, `POST` and `DELETE /session`. */
export interface SessionAnswer {
  session: SessionView | null
  companies: CompanyCard[]
}

export interface SiteView {
  /** The site's id at Nectar. */
  id: string
  /** Three letters, for tight places. */
  code: string
  name: string
  city: string
  /** The state that it stands in; sites are grouped by it. */
  region: string
  size: { value: number; unit: 'rooms' | 'm²' }
  /** The bills that exist for this site. */
  streams: StreamType[]
  /** Last full month: kWh, therms, m³, t and Mlb. A missing one: no bill has come. */
  usage: Partial<Record<StreamType, number>>
}

/** Answer of `GET /sites`. */
export interface SitesAnswer {
  sites: SiteView[]
  /** The month of `usage`, `2026-10`. */
  month: string
}

/** Body of every error of the host's own routes. */
export interface HostError {
  error: string
}
