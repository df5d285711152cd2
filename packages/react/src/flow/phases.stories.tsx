import { ConnectError, type ConnectPhase } from '@nectar-connect/client'
import type { ConnectionView, ErrorCode } from '@nectar-connect/contract/wire'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { NectarRoot } from '../context/nectar-root.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { connection, hoursAgo } from '../testing/fixtures.ts'
import { CONTRIBUTOR, STORY_INVITATION, storyHandle } from '../testing/story-handle.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { FlowDialog } from './dialog-embed.tsx'
import { ConnectInline } from './inline-embed.tsx'

interface PhaseStoryProps {
  phase: ConnectPhase
  connections?: ConnectionView[]
  presentation?: 'dialog' | 'inline'
}

function PhaseStory({ phase, connections = [], presentation = 'dialog' }: PhaseStoryProps) {
  const connect = storyHandle(phase)
  return (
    <WithBackend backend={createFakeBackend({ connections })}>
      <NectarRoot>
        {presentation === 'inline' ? <ConnectInline connect={connect} /> : <FlowDialog connect={connect} />}
      </NectarRoot>
    </WithBackend>
  )
}

const meta: Meta<typeof PhaseStory> = { title: 'Phases', component: PhaseStory }
export default meta

type Story = StoryObj<typeof PhaseStory>

const opened = {
  intent: CONTRIBUTOR,
  invitation: STORY_INVITATION,
  display: 'frame',
  touched: true,
  viewed: true,
  renewals: 0,
  connectivityError: null,
} as const
const made = connection({ id: 'a6c70a54-34e7-4277-80b0-00000000000a', sites: [] })
const submitted: ConnectPhase = {
  status: 'submitted',
  intent: CONTRIBUTOR,
  invitationId: STORY_INVITATION.id,
  connections: [{ id: made.id, providerName: 'Coast Range Gas' }],
  at: hoursAgo(1),
}
function reconnect(status: string) {
  return {
    kind: 'reconnect',
    connectionId: made.id,
    baseline: { status, statusAt: made.statusAt },
  } as const
}
function failed(
  code: ErrorCode,
  details: { administratorNames?: string[]; retryAfterMs?: number; withPage?: boolean } = {},
): Story {
  const { withPage, ...rest } = details
  const error = new ConnectError(code, { requestId: 'NC-7F3K-92QD', ...rest })
  const page = withPage ? { ...opened, display: 'frame' as const } : null
  return {
    args: { phase: { status: 'failed', intent: CONTRIBUTOR, error, request: null, retryAt: null, page } },
  }
}
function connectivityError(code: ErrorCode): Story {
  return { args: { phase: { status: 'open', ...opened, connectivityError: new ConnectError(code) } } }
}
function reconnectIntro(status: string): Story {
  return {
    args: {
      phase: { status: 'intro', intent: reconnect(status), pendingRetry: null },
      connections: [{ ...made, status }],
    },
  }
}

export const Intro: Story = { args: { phase: { status: 'intro', intent: CONTRIBUTOR, pendingRetry: null } } }
export const IntroInline: Story = { args: { ...Intro.args, presentation: 'inline' } as PhaseStoryProps }
export const ReconnectPasswordIncorrect = reconnectIntro('PASSWORD_INCORRECT')
export const ReconnectCodesExpired = reconnectIntro('MFA_TOKEN_EXPIRED')
export const ReconnectNewPasswordNeeded = reconnectIntro('NEW_PASSWORD_NEEDED')

export const Requesting: Story = {
  args: {
    phase: {
      status: 'requesting',
      intent: CONTRIBUTOR,
      reason: 'first',
      idempotencyKey: STORY_INVITATION.id,
      staleResponses: 0,
      mustExpireAfter: null,
      renewals: 0,
    },
  },
}
export const Loading: Story = { args: { phase: { status: 'loading', ...opened } } }
export const Live: Story = { args: { phase: { status: 'open', ...opened } } }
/** Some seconds later, nobody has seen the page. */
export const Unseen: Story = { args: { phase: { status: 'open', ...opened, touched: false, viewed: false } } }
export const LiveInline: Story = { args: { phase: { status: 'open', ...opened }, presentation: 'inline' } }
export const LiveInAnotherTab: Story = { args: { phase: { status: 'open', ...opened, display: 'tab' } } }
export const Expiring: Story = { args: { phase: { status: 'expiring', ...opened } } }
export const Expired: Story = {
  args: { phase: { status: 'expired', intent: CONTRIBUTOR, cause: 'time' } },
}
export const ExpiredInterrupted: Story = {
  args: { phase: { status: 'expired', intent: CONTRIBUTOR, cause: 'interrupted' } },
}
export const ExpiringInAnotherTab: Story = {
  args: { phase: { status: 'expiring', ...opened, display: 'tab' } },
}
export const TroubleSignedOut = connectivityError('unauthenticated')
export const TroubleNetwork = connectivityError('network')
export const TroubleOutdated = connectivityError('client_outdated')
export const TroubleInAnotherTab: Story = {
  args: {
    phase: { status: 'open', ...opened, display: 'tab', connectivityError: new ConnectError('network') },
  },
}

export const SubmittedBeingChecked: Story = {
  args: { phase: submitted, connections: [{ ...made, status: 'PENDING', statusAt: hoursAgo(1) }] },
}
export const SubmittedBeingCheckedInline: Story = {
  args: { ...SubmittedBeingChecked.args, presentation: 'inline' } as PhaseStoryProps,
}
export const SubmittedConnected: Story = {
  args: { phase: submitted, connections: [{ ...made, status: 'CONNECTED' }] },
}
export const SubmittedNotAccepted: Story = {
  args: { phase: submitted, connections: [{ ...made, status: 'PASSWORD_INCORRECT' }] },
}
export const SubmittedCodesNeeded: Story = {
  args: { phase: submitted, connections: [{ ...made, status: 'MFA_TOKEN_EXPIRED' }] },
}
export const SubmittedTakingLong: Story = {
  args: { phase: submitted, connections: [{ ...made, status: 'PENDING', statusAt: '2020-01-01T00:00:00Z' }] },
}
export const SubmittedReconnect: Story = {
  args: {
    phase: { ...submitted, intent: reconnect('PASSWORD_INCORRECT') } as ConnectPhase,
    connections: [{ ...made, status: 'PASSWORD_INCORRECT' }],
  },
}

export const EndedRevoked: Story = {
  args: { phase: { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'revoked' } },
}
export const EndedFulfilled: Story = {
  args: { phase: { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'fulfilled' } },
}

export const FailedNetwork = failed('network')
export const FailedNectar = failed('nectar_unavailable')
export const FailedSignedOut = failed('unauthenticated')
export const FailedNotAllowed = failed('not_allowed', { administratorNames: ['Dana Ruiz', 'Theo Park'] })
export const FailedCompanyMissing = failed('company_missing')
export const FailedOutdated = failed('client_outdated')
export const FailedBlocked = failed('frame_blocked', { withPage: true })
export const FailedSlow = failed('frame_timeout', { withPage: true })
export const FailedUntrusted = failed('frame_refused')
export const FailedStale = failed('invitation_stale')
export const FailedRateLimited = failed('rate_limited', { retryAfterMs: 75_000 })
export const FailedNotFound = failed('not_found')
export const FailedNotConfigured = failed('not_configured')
