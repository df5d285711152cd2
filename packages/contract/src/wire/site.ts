import * as check from './check.ts'

/** A site that a connection or an invitation is for. */
export interface SiteView {
  id: string
  /** Null where the host's server could not look it up. */
  name: string | null
}

export const siteView: check.Check<SiteView> = check.object<SiteView>({
  id: check.uuid,
  name: check.nullable(check.string),
})
