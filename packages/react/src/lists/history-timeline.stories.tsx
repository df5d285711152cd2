import type { Meta, StoryObj } from '@storybook/react-vite'
import { NectarRoot } from '../context/nectar-root.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { HistoryTimeline } from './history-timeline.tsx'

interface HistoryStoryProps {
  backend: Partial<FakeBackend>
  width?: number
}

const OWN = connection({
  providerName: 'Los Angeles Department of Water and Power',
  status: 'PASSWORD_INCORRECT',
})

function HistoryStory({ backend, width = 520 }: HistoryStoryProps) {
  return (
    <WithBackend backend={createFakeBackend({ connections: [OWN], ...backend })}>
      <div style={{ maxInlineSize: width }}>
        <NectarRoot className="nectar-card__history">
          <HistoryTimeline connectionId={OWN.id} />
        </NectarRoot>
      </div>
    </WithBackend>
  )
}

const meta: Meta<typeof HistoryStory> = { title: 'ConnectionCard history', component: HistoryStory }
export default meta

type Story = StoryObj<typeof HistoryStory>

const story = [
  changeOf(OWN, 'PASSWORD_INCORRECT', { from: 'CONNECTED', at: '2026-11-12T08:02:00Z' }),
  changeOf(OWN, 'CONNECTED', { from: 'WEBSITE_DOWN', at: '2026-09-04T14:20:00Z' }),
  changeOf(OWN, 'WEBSITE_DOWN', { from: 'CONNECTED', at: '2026-09-02T03:11:00Z' }),
  changeOf(OWN, 'CONNECTED', { from: 'PENDING', at: '2026-08-02T16:20:00Z' }),
  changeOf(OWN, 'PENDING', { from: null, at: '2026-08-02T11:15:00Z' }),
]

function remembering(...changes: Parameters<ReturnType<typeof createFakeChanges>['remember']>[0]) {
  const fake = createFakeChanges()
  fake.remember(changes)
  return { changes: fake }
}

export const Full: Story = { args: { backend: remembering(...story) } }
export const Narrow: Story = { args: { backend: remembering(...story), width: 300 } }
export const Unknown: Story = {
  args: {
    backend: remembering(
      changeOf(OWN, 'CONNECTED', { from: 'PROVIDER_MIGRATION', at: '2026-11-12T08:02:00Z' }),
      changeOf(OWN, 'PROVIDER_MIGRATION', { from: 'CONNECTED', at: '2026-11-12T08:01:00Z' }),
    ),
  },
}
export const Long: Story = {
  args: {
    backend: remembering(
      ...Array.from({ length: 30 }, (_, index) =>
        changeOf(OWN, index % 2 ? 'WEBSITE_DOWN' : 'CONNECTED', {
          from: index % 2 ? 'CONNECTED' : 'WEBSITE_DOWN',
          at: new Date(Date.parse('2026-11-20T08:00:00Z') - index * 9 * 3_600_000).toISOString(),
        }),
      ),
    ),
  },
}
export const NothingYet: Story = {
  args: { backend: { ...remembering(), connections: [{ ...OWN, status: 'PENDING' }] } },
}
export const Nothing: Story = { args: { backend: remembering() } }
export const Loading: Story = { args: { backend: { isHanging: true } } }
export const LoadingFailed: Story = { args: { backend: {} } }
