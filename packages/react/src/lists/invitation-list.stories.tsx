import type { Meta, StoryObj } from '@storybook/react-vite'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection, hoursAgo } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { InvitationList } from './invitation-list.tsx'

interface ListStoryProps {
  backend: Partial<FakeBackend>
  width?: number
}

function ListStory({ backend, width }: ListStoryProps) {
  return (
    <WithBackend backend={createFakeBackend({ sharing: SHARING, ...backend })}>
      <div style={width === undefined ? {} : { inlineSize: width }}>
        <InvitationList />
      </div>
    </WithBackend>
  )
}

const meta: Meta<typeof ListStory> = { title: 'InvitationList', component: ListStory }
export default meta

type Story = StoryObj<typeof ListStory>

const BROKEN = connection({ status: 'PASSWORD_INCORRECT' })
const MADE = connection({
  id: 'a6c70a54-34e7-4277-80b0-00000000000a',
  status: 'PENDING',
  statusAt: hoursAgo(1),
})
const BY_THEO = { name: 'Theo Park', isYou: false }

function sharing(to: string | null, more: object = {}) {
  const base = sharedInvitation({}, to).sharing
  if (!base) throw new Error('a shared invitation says how it was shared')
  return { ...base, ...more }
}

const ALL: Partial<FakeBackend> = {
  connections: [BROKEN, MADE],
  shared: [
    sharedInvitation({}, 'dana.ruiz@northpoint.example'),
    sharedInvitation(
      { kind: 'reconnect', connectionId: BROKEN.id, opened: true, openedAt: hoursAgo(1) },
      'theo@northpoint.example',
    ),
    sharedInvitation(),
    sharedInvitation(
      {
        status: 'FULFILLED',
        useCount: 1,
        opened: true,
        usedAt: hoursAgo(1),
        createdConnections: [{ id: MADE.id, providerName: MADE.providerName, status: 'PENDING' }],
        sites: [{ id: '67e72ddf-9e9c-42b6-81da-13c1130c691a', name: 'The Alder' }],
      },
      'landlord-and-property-management@harrow-lane-estates.example',
    ),
    sharedInvitation({
      status: 'EXPIRED',
      expiresInMs: 0,
      sharing: sharing('accounts@northpoint.example', { invitedBy: BY_THEO }),
    }),
    sharedInvitation({
      status: 'REVOKED',
      sharing: sharing('ben@northpoint.example', { invitedBy: BY_THEO }),
    }),
  ],
}

export const Mixed: Story = { args: { backend: ALL } }
export const Medium: Story = { args: { backend: ALL, width: 700 } }
export const Narrow: Story = { args: { backend: ALL, width: 328 } }
export const MayOnlyLook: Story = {
  args: {
    backend: { ...ALL, can: { view: true, connect: true, reconnect: true, invite: false, revoke: false } },
  },
}
export const Many: Story = {
  args: {
    backend: {
      shared: Array.from({ length: 45 }, (_, index) =>
        sharedInvitation({}, `person-${index}@northpoint.example`),
      ),
    },
  },
}
export const Loading: Story = { args: { backend: { isHanging: true } } }
export const Empty: Story = { args: { backend: {} } }
export const EmptyMayOnlyLook: Story = {
  args: { backend: { can: { view: true, connect: true, reconnect: true, invite: false, revoke: false } } },
}
export const LoadingFailed: Story = { args: { backend: { problem: 'not_configured' } } }
export const SignedOut: Story = { args: { backend: { problem: 'unauthenticated' } } }
