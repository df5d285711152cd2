import * as entry from '@nectar-connect/react'
import * as appearance from '@nectar-connect/react/appearance'
import * as german from '@nectar-connect/react/locales/de'
import * as page from '@nectar-connect/react/page'
import type { ReactElement } from 'react'

/** Optional properties that may be left out and yet not be `undefined`: there are to be none. */
type Narrow<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? undefined extends Required<T>[K]
      ? never
      : K
    : never
}[keyof T]

type Argument<F> = F extends (first: infer P, ...rest: never[]) => unknown ? NonNullable<P> : never

type Found =
  | { [K in keyof typeof entry]: Narrow<Argument<(typeof entry)[K]>> }[
      | 'ConnectionCard'
      | 'ConnectionList'
      | 'ConnectionStatusBadge'
      | 'InvitationList'
      | 'NectarConnect'
      | 'NectarConnectProvider'
      | 'ShareButton'
      | 'useInvitations'
      | 'useNectarConnect']
  | Narrow<entry.Appearance>
  | Narrow<entry.AppInfo>
  | Narrow<Argument<entry.NectarConnectController['open']>>

/** Does not compile where one is found, and says which. */
export const found: [Found] extends [never] ? [] : [Found] = []

export const entries = [appearance, german, page]

/** Every component is one to this React, too. */
export function Page({ id, title }: { id: string; title?: string | undefined }): ReactElement {
  return (
    <entry.NectarConnectProvider app={{ name: undefined }} appearance={undefined} headers={undefined}>
      <entry.NectarConnect label={title} onSubmitted={undefined} />
      <entry.ConnectionList title={title} className={undefined} />
      <entry.ConnectionCard connectionId={id} showHistory={undefined} />
      <entry.ConnectionStatusBadge status="CONNECTED" isActive={undefined} />
      <entry.InvitationList title={title} onShared={undefined} />
      <entry.ShareButton label={title} />
    </entry.NectarConnectProvider>
  )
}
