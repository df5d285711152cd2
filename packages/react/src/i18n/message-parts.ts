import type { Messages } from './messages.ts'

/** Asking a colleague. */
export type SharingMessages = Pick<Messages, 'share' | 'preview' | 'shared' | 'shareFailed' | 'invitations'>

/** How connections fare. */
export type ConnectionMessages = Pick<Messages, 'list' | 'card' | 'history' | 'news' | 'utilities' | 'status'>

/** Connecting, and what is needed everywhere. */
export type ConnectMessages = Omit<
  Messages,
  'locale' | 'direction' | keyof SharingMessages | keyof ConnectionMessages
>
