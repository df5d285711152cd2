import * as check from './check.ts'

/** How colleagues can be asked here: who mails, how long a link works, where it may go. Part of `GET /connections`. */
export interface SharingPolicy {
  /** Who mails the links; null: nobody does, they can only be copied. */
  mail: 'nectar' | 'host' | null
  /** Whether links may be copied. */
  allowLinks: boolean
  /** How long a link works, in milliseconds; null: for ever. */
  expiresInMs: number | null
  /** The only domains that mails go to, in lower case; null: any. */
  allowedDomains: string[] | null
  /** The signed-in person's own name and address, where the host told them. */
  ownName: string | null
  ownEmail: string | null
}

export const sharingPolicy: check.Check<SharingPolicy> = check.object<SharingPolicy>({
  mail: check.nullable(check.oneOf(['nectar', 'host'])),
  allowLinks: check.boolean,
  expiresInMs: check.nullable(check.number),
  allowedDomains: check.nullable(check.array(check.string)),
  ownName: check.nullable(check.string),
  ownEmail: check.nullable(check.string),
})
