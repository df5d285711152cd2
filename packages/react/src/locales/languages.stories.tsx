import type { ConnectPhase } from '@nectar-connect/client'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { NectarRoot } from '../context/nectar-root.tsx'
import { ConnectInline } from '../flow/inline-embed.tsx'
import { ConnectionCard } from '../lists/connection-card.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { InvitationList } from '../lists/invitation-list.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { CONTRIBUTOR, STORY_INVITATION, storyHandle } from '../testing/story-handle.ts'
import { WithBackend } from '../testing/with-backend.tsx'

const BROKEN = connection({ status: 'NEW_PASSWORD_NEEDED' })
const BACKEND = {
  connections: [BROKEN, ...MIXED],
  sharing: SHARING,
  shared: [
    sharedInvitation({}, 'dana.ruiz@northpoint.example'),
    sharedInvitation({ kind: 'reconnect', connectionId: BROKEN.id, opened: true }, 'theo@northpoint.example'),
    sharedInvitation(),
  ],
}
const PHASES: ConnectPhase[] = [
  { status: 'intro', intent: CONTRIBUTOR, pendingRetry: null },
  {
    status: 'submitted',
    intent: CONTRIBUTOR,
    invitationId: STORY_INVITATION.id,
    connections: [{ id: STORY_INVITATION.id, providerName: 'Coast Range Gas' }],
    at: '2026-11-12T08:02:00Z',
  },
]

function MainScreens({ width }: { width?: number }) {
  return (
    <WithBackend backend={createFakeBackend(BACKEND)}>
      <div style={{ display: 'grid', gap: 24, ...(width && { inlineSize: width }) }}>
        {PHASES.map((phase) => (
          <NectarRoot key={phase.status}>
            <ConnectInline connect={storyHandle(phase)} />
          </NectarRoot>
        ))}
        <ConnectionCard connectionId={BROKEN.id} />
        <ConnectionList />
        <InvitationList />
      </div>
    </WithBackend>
  )
}

/** The main screens in each language that ships, whatever the toolbar says. */
const meta: Meta<typeof MainScreens> = { title: 'Languages', component: MainScreens }
export default meta

type Story = StoryObj<typeof MainScreens>

export const Spanish: Story = { globals: { locale: 'es' } }
export const French: Story = { globals: { locale: 'fr' } }
export const German: Story = { globals: { locale: 'de' } }
export const GermanNarrow: Story = { ...German, args: { width: 328 } }
export const Arabic: Story = { globals: { locale: 'ar' } }
export const ArabicNarrow: Story = { ...Arabic, args: { width: 328 } }
export const PseudoNarrow: Story = { globals: { locale: 'pseudo' }, args: { width: 328 } }
