import type { KnownStatus } from '@nectar-connect/contract/wire'
import type { en } from './en.ts'
import type { enButton } from './en-button.ts'
import type { enLater } from './en-later.ts'
import type { enStatus } from './en-status.ts'

/** One form for each plural category that the language has; `other` always. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The same entries as in English, in any words. */
type Catalog<Entries> = Entries extends string
  ? string
  : keyof Entries extends Intl.LDMLPluralRule
    ? Plural
    : { [Key in keyof Entries]: Catalog<Entries[Key]> }

export type Language = Pick<typeof en, 'locale'> & {
  /** Which way the language is written: the embed is laid out so, whatever the page around it does. */
  direction: 'ltr' | 'rtl'
}

/** Every word a customer reads. `{names}` in braces are filled in. */
export type Messages = Catalog<Omit<typeof en, keyof Language | 'utilities' | 'status'>> &
  Language & {
    utilities: Record<string, string>
    status: Record<KnownStatus | 'inactive' | 'checkingAgain' | 'slow' | 'unknown', StatusWords>
  }

/** The part of them that `English` has. */
export type MessagesLike<English> = Catalog<Omit<English, keyof Language | 'utilities' | 'status'>> &
  Pick<Messages, keyof Language | (keyof English & ('utilities' | 'status'))>

export type ButtonMessages = MessagesLike<typeof enButton>
export type StatusMessages = MessagesLike<typeof enStatus>
export type LaterMessages = MessagesLike<typeof enLater>

export interface StatusWords {
  /** The badge: what is so. */
  word: string
  /** What it means, and who acts. */
  sentence: string
}

/** Statuses for which a reconnect has words of its own. */
export type ReconnectReason = keyof Messages['reconnect']['titles']
