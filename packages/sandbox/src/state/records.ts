import type { NectarPrefill, UTILITY_TYPES } from '@nectar-connect/contract/nectar'

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

/** What a record is made from: what is missing or null has a default. */
export type Given<T> = { [Field in keyof T]?: T[Field] | null | undefined }

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

export interface ConnectionEvent {
  kind: 'created' | 'validated' | 'updated'
  connection: ConnectionRecord
  /** What an update changed, as it was before. */
  old?: { status?: string; username?: string; isActive?: boolean }
}

/** The companies that a key sees, each by id or external id; null: all. */
export type KeyScope = readonly string[] | null

export function isInScope(scope: KeyScope, { id, externalId }: CompanyRecord): boolean {
  return scope === null || scope.some((entry) => entry === externalId || entry.toLowerCase() === id)
}

/** Records by id, in order of creation, that also knows which of them are a company's: a list stays as fast as it is short. */
export class CompanyMap<T extends { companyId: string }> extends Map<string, T> {
  readonly #byCompany = new Map<string, Map<string, T>>()

  override set(id: string, record: T): this {
    const earlier = this.get(id)
    if (earlier && earlier.companyId !== record.companyId) this.#byCompany.get(earlier.companyId)?.delete(id)
    const ofCompany = this.#byCompany.get(record.companyId) ?? new Map<string, T>()
    this.#byCompany.set(record.companyId, ofCompany.set(id, record))
    return super.set(id, record)
  }

  override clear(): void {
    this.#byCompany.clear()
    super.clear()
  }

  /** Those of a company, in order of creation. */
  of(companyId: string): T[] {
    return [...(this.#byCompany.get(companyId)?.values() ?? [])]
  }
}
