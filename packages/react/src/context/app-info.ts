/** What the words of the embed say about the product around it. */
export interface AppInfo {
  /** The product's name as customers know it. Default: the page's host name. */
  name?: string | undefined
  supportEmail?: string | undefined
  supportUrl?: string | undefined
  termsUrl?: string | undefined
  privacyUrl?: string | undefined
  /** Where Nectar explains how it protects sign-ins. */
  securityUrl?: string | undefined
  /** Where somebody who was signed out signs in again. */
  signInUrl?: string | undefined
}

/** Nectar's own pages: claims about security are Nectar's to make. A host that knows a better page names it. */
export const NECTAR_SECURITY_URL = 'https://docs.nectarclimate.com'
