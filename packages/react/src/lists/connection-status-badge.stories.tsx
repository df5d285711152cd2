import { STATUS_CATALOG } from '@nectar-connect/contract/wire'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConnectionStatusBadge } from './connection-status-badge.tsx'

const meta: Meta<typeof ConnectionStatusBadge> = {
  title: 'ConnectionStatusBadge',
  component: ConnectionStatusBadge,
  args: { status: 'CONNECTED' },
}
export default meta

type Story = StoryObj<typeof ConnectionStatusBadge>

export const Connected: Story = {}
export const Inactive: Story = { args: { isActive: false } }
export const Unknown: Story = { args: { status: 'PROVIDER_MIGRATION' } }

export const Every: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
      {[...Object.keys(STATUS_CATALOG), 'INCORRECT_PASSWORD', 'PROVIDER_MIGRATION'].map((status) => (
        <ConnectionStatusBadge key={status} status={status} />
      ))}
    </div>
  ),
}
