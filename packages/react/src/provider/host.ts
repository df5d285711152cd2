/** What the words of the embed say about the product around it. */
export interface Host {
  /** The product's name as customers know it. Default: the page's host name. */
  name?: string
  supportEmail?: string
  supportUrl?: string
  termsUrl?: string
  privacyUrl?: string
  /** Where Nectar explains how it protects sign-ins. */
  securityUrl?: string
  /** Where somebody who was signed out signs in again. */
  signInUrl?: string
}

/** Nectar's own words about security; the claims in it are Nectar's to make. */
export const NECTAR_SECURITY_URL = 'https://www.nectarclimate.com/security'
