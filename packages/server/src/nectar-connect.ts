import type { Site } from './options.ts'

/** What `createNectarConnect` makes. */
export interface NectarConnect {
  /** Answers every request under the base path. Never rejects. */
  handler(request: Request): Promise<Response>
  /**
   * Finds the company with this external id at Nectar, or creates it. Concurrent calls in one process for one
   * external id create one company.
   *
   * @throws NectarConnectError
   * @example
   * const company = await nectar.ensureCompany({ externalId: org.id, name: org.name })
   * await db.orgs.update(org.id, { nectarCompanyId: company.id })
   */
  ensureCompany(input: { externalId: string; name: string }): Promise<{ id: string; name: string }>
  /** The sites of a company. Each call rejects with a `NectarConnectError`. */
  sites: {
    /** All of them, archived ones too. */
    list(companyId: string): Promise<Site[]>
    get(siteId: string): Promise<Site>
    create(companyId: string, site: NewSite): Promise<Site>
  }
  /** Resolves when Nectar accepts the API key. @throws NectarConnectError */
  ping(): Promise<void>
}

export interface NewSite {
  name: string
  externalId?: string
  address?: string
  /** From the outermost group to the innermost. */
  path?: string[]
}
