import type { ConnectionView, InvitationFilter, InvitationView, Prefill } from '@nectar-connect/contract/wire'
import { useState } from 'react'
import { Guard } from '../button/guard.tsx'
import { useFlow } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { useConnections } from '../data/use-connections.ts'
import { type InvitationsState, useInvitations } from '../data/use-invitations.ts'
import { useSharing } from '../data/use-known-connections.ts'
import { useNow } from '../data/use-now.ts'
import type { ShareCallbacks } from '../flow/use-share-flow.ts'
import { en } from '../i18n/en.ts'
import { numberFormat } from '../i18n/intl.ts'
import { StageAnnouncer } from '../sharing/invitation-stage.tsx'
import { Button } from '../ui/button.tsx'
import { InvitationRow } from './invitation-row.tsx'
import { EmptyState, LoadState } from './load-state.tsx'

/** Props of `<InvitationList/>`. */
export interface InvitationListProps extends ShareCallbacks {
  /** Default: "Links sent". */
  title?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
  /** What is filled in on Nectar's page beforehand, where a connection is made; see `UseNectarConnectOptions`. */
  prefill?: Prefill | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

const FILTERS = ['pending', 'used', 'closed'] as const
const NOBODY: readonly InvitationView[] = []
const NONE: readonly ConnectionView[] = []

/**
 * The links that colleagues were sent: who opened theirs, whose details came in, what ran out. With buttons to remind,
 * to revoke, and to ask somebody else. Shows nothing where the server does not offer it.
 *
 * @example <InvitationList title="Asked colleagues" onShared={() => track('colleague_asked')} />
 */
export function InvitationList(props: InvitationListProps) {
  return (
    <Guard>
      <List {...props} />
    </Guard>
  )
}

function List({ title, input, prefill, appearance, className = '', onShared }: InvitationListProps) {
  const { messages } = useSettings(en)
  const [picked, setPicked] = useState<InvitationFilter | null>(null)
  const all = useInvitations()
  const counts = all.status === 'success' ? all.counts : null
  // A filter that cannot be seen any more hides nothing.
  const filter = picked !== null && counts && counts[picked] > 0 ? picked : null
  const state = useInvitations({ filter })
  const sharing = useSharing()
  const { parts, standIn, asked, triggers, ask } = useFlow('invitations')
  const onAsk = sharing ? () => ask('share') : null
  const heading = title ?? messages.invitations.title
  if (state.status === 'unavailable') return null
  const total = counts ? FILTERS.reduce((sum, key) => sum + counts[key], 0) : null
  const count = (value: number) => numberFormat(messages.locale).format(value)
  const filters = counts ? FILTERS.filter((key) => counts[key] > 0) : []
  return (
    <NectarRoot appearance={appearance} className={className}>
      <section className="nectar-list" aria-label={heading} data-nectar-state={state.status}>
        <header className="nectar-list__top">
          <h3>
            <span>{heading}</span>{' '}
            {total !== null && total > 0 && <span className="nectar-count">{count(total)}</span>}
          </h3>
          {onAsk && total !== null && total > 0 && (
            <Button
              className="nectar-list__ask"
              size="sm"
              icon="send"
              aria-haspopup="dialog"
              {...triggers}
              onClick={onAsk}
            >
              {messages.share.askElse}
            </Button>
          )}
          {filters.length > 1 && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
            <div className="nectar-chips" role="group" aria-label={messages.invitations.filters}>
              {[null, ...filters].map((key) => (
                <button
                  key={key ?? 'all'}
                  type="button"
                  className="nectar-chip"
                  aria-pressed={filter === key}
                  onClick={() => setPicked(key)}
                >
                  <span>{messages.invitations[key ?? 'all']}</span>{' '}
                  <span className="nectar-count">
                    {count(key === null ? (total ?? 0) : (counts?.[key] ?? 0))}
                  </span>
                </button>
              ))}
            </div>
          )}
        </header>
        <Content state={state} isEmpty={total === 0} onAsk={onAsk} onShowAll={() => setPicked(null)} />
        <StageAnnouncer invitations={all.status === 'success' ? all.invitations : NOBODY} />
      </section>
      {parts && <parts.DialogEmbed options={{ input, prefill, onShared }} {...asked} />}
      {standIn()}
    </NectarRoot>
  )
}

interface ContentProps {
  state: Exclude<InvitationsState, { status: 'unavailable' }>
  /** There are none, whatever the filter. */
  isEmpty: boolean
  onAsk: (() => void) | null
  onShowAll: () => void
}

function Content({ state, isEmpty, onAsk, onShowAll }: ContentProps) {
  const { messages } = useSettings(en)
  const connections = useConnections()
  const now = useNow()
  const words = messages.invitations
  if (state.status !== 'success') return <LoadState look="rows" state={state} words={words} />
  if (isEmpty) {
    return (
      <EmptyState icon="send" title={words.emptyTitle} lead={words.emptyLead}>
        {onAsk && (
          <Button kind="primary" icon="send" aria-haspopup="dialog" onClick={onAsk}>
            {messages.share.ask}
          </Button>
        )}
      </EmptyState>
    )
  }
  if (state.invitations.length === 0) {
    return (
      <EmptyState role="status" title={words.noMatchTitle}>
        <Button onClick={onShowAll}>{words.showAll}</Button>
      </EmptyState>
    )
  }
  const isKnown = connections.status === 'success'
  return (
    <>
      <ul className="nectar-rows nectar-invitations">
        {state.invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            connections={isKnown ? connections.connections : NONE}
            canInvite={isKnown && connections.permissions.invite}
            now={now}
          />
        ))}
      </ul>
      {state.hasMore && (
        <footer className="nectar-list__foot">
          <Button size="sm" kind="quiet" aria-disabled={state.isLoadingMore} onClick={state.fetchNextPage}>
            {state.isLoadingMore ? messages.invitations.loadingMore : messages.showMore}
          </Button>
        </footer>
      )}
    </>
  )
}
