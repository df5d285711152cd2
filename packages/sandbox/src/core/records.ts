import type { NectarPrefill, UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import { CompanyMap } from './company-map.ts'

export type UtilityType = (typeof UTILITY_TYPES)[number]

export interface CompanyRecord {
  id: string
  /** One of the identifiers that Nectar sends along and browsers must not see. */
  publicId: string
  name: string
  externalId: string | null
  /** E-mail addresses. */
  users: string[]
}

export interface SiteRecord {
  id: string
  companyId: string
  name: string
  externalId: string | null
  address: string | null
  path: string[]
  dataCollectionStopDate: string | null
}

/** Times are stamps: microseconds since the epoch. */
export interface ConnectionRecord {
  id: string
  companyId: string
  externalId: string | null
  status: string
  statusErrorDetail: string | null
  isActive: boolean
  created: number
  updated: number
  statusLastUpdate: number
  statusFirstSeen: number
  datasource: { name: string; url: string }
  country: string
  siteIds: string[]
  utilityTypes: string[]
  username: string
  ownerEmail: string | null
  dataCollectionStartDate: string | null
  magicLinkSecret: string
  accounts: AccountRecord[]
}

/** An account at the utility. Only its statuses are documented; the other fields are this emulator's. */
export interface AccountRecord {
  id: string
  accountNumber: string
  /** DETECTED, ONBOARDED, PULL_COMPLETED, or anything. */
  status: string
  datasourceType: string
}

export type InvitationType = 'CREATE_CONNECTION' | 'EDIT_CONNECTION'
export type InvitationStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED' | 'FULFILLED'
export type AuditEventType = 'VIEWED' | 'EMAIL_VERIFIED' | 'USED' | 'REVOKED'

export interface AuditRecord {
  id: string
  eventType: AuditEventType
  /** Stamp. */
  at: number
  email: string | null
}

export interface InvitationRecord {
  id: string
  token: string
  invitationType: InvitationType
  companyId: string
  connectionId: string | null
  allowedEmails: string[]
  sendEmail: boolean
  /** Stamp. */
  createdAt: number
  /** Stamp; null: never. */
  expiresAt: number | null
  maxUses: number | null
  useCount: number
  /** Stamp; null while it was not revoked. */
  revokedAt: number | null
  prefill: NectarPrefill
  createdConnectionIds: string[]
  audit: AuditRecord[]
}

/** A mail that would have been sent. */
export interface MailRecord {
  /** What its link proves that somebody has it: a secret. */
  id: string
  /** Counts the mails from 1: no secret. */
  number: number
  kind: 'invitation' | 'code' | 'host'
  /** Null for a mail of the host. */
  invitationId: string | null
  from: string
  to: string
  subject: string
  text: string
  html: string | null
  /** Stamp. */
  at: number
  /** The link in an invitation's, which is verified already; null in others. */
  url: string | null
  /** The six digits in a code's; null in others. */
  code: string | null
}

/** Everything the sandbox knows. Maps keep the order of creation. */
export interface State {
  companies: Map<string, CompanyRecord>
  sites: CompanyMap<SiteRecord>
  connections: CompanyMap<ConnectionRecord>
  invitations: CompanyMap<InvitationRecord>
  /** Oldest first. */
  mails: MailRecord[]
  mailsFiled: number
  invitationsCreated: number
  requests: Map<string, number>
}

export function createState(): State {
  return {
    companies: new Map(),
    sites: new CompanyMap(),
    connections: new CompanyMap(),
    invitations: new CompanyMap(),
    mails: [],
    mailsFiled: 0,
    invitationsCreated: 0,
    requests: new Map(),
  }
}

/** Sites of a company that data is collected for, in order of creation. */
export function activeSitesOf(state: State, companyId: string): SiteRecord[] {
  return sitesOf(state, companyId).filter((site) => site.dataCollectionStopDate === null)
}

/** Sites of a company, archived ones included, in order of creation. */
export function sitesOf(state: State, companyId: string): SiteRecord[] {
  return state.sites.of(companyId)
}
