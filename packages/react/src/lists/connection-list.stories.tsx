import type { ConnectionView } from '@nectar-connect/contract/wire'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { Messages } from '../i18n/messages.ts'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { said } from '../testing/said.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionList } from './connection-list.tsx'

interface ListStoryProps {
  backend: Partial<FakeBackend>
  width?: number
}

function ListStory({ backend, width }: ListStoryProps) {
  return (
    <WithBackend backend={createFakeBackend(backend)}>
      <div style={width === undefined ? {} : { inlineSize: width }}>
        <ConnectionList />
      </div>
    </WithBackend>
  )
}

function linksTo([first]: readonly ConnectionView[]) {
  return [sharedInvitation({ kind: 'reconnect', connectionId: first?.id ?? null }, 'dana@northpoint.example')]
}

const meta: Meta<typeof ListStory> = { title: 'ConnectionList', component: ListStory }
export default meta

type Story = StoryObj<typeof ListStory>

export const Mixed: Story = { args: { backend: { connections: MIXED } } }
export const Few: Story = { args: { backend: { connections: MIXED.slice(4, 6) } } }
export const Medium: Story = { args: { backend: { connections: MIXED }, width: 700 } }
export const Narrow: Story = { args: { backend: { connections: MIXED }, width: 328 } }
/** Five thousand: fifty are drawn. */
export const Long: Story = {
  args: {
    backend: {
      connections: Array.from({ length: 5_000 }, (_, index) => ({
        ...connection(),
        id: `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}`,
        providerName: `Utility ${index + 1}`,
        status: index % 900 === 0 ? 'PASSWORD_INCORRECT' : 'CONNECTED',
      })),
    },
  },
}
/** Of those that need somebody, one was sent to a colleague. */
export const ColleagueAsked: Story = {
  args: { backend: { connections: MIXED, sharing: SHARING, shared: linksTo(MIXED) } },
}
export const Loading: Story = { args: { backend: { isHanging: true } } }
export const Empty: Story = { args: { backend: {} } }
export const LoadingFailed: Story = { args: { backend: { problem: 'not_configured' } } }
export const SignedOut: Story = { args: { backend: { problem: 'unauthenticated' } } }

export const NoMatch: Story = {
  args: { backend: { connections: MIXED } },
  play: async ({ canvasElement, loaded }) => {
    const words: Messages = loaded.words
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByRole('searchbox'), 'heidelberg gas')
    await waitFor(() => expect(canvas.getByText(said(words.list.noMatchTitle))).toBeVisible())
  },
}

export const MatchOutsideTheFilter: Story = {
  args: { backend: { connections: MIXED } },
  play: async ({ canvasElement, loaded }) => {
    const words: Messages = loaded.words
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByRole('searchbox'), 'heidelberg')
    await userEvent.click(
      canvas.getByRole('button', { name: said(`${words.list.groups['needs-you']} {count}`) }),
    )
    await waitFor(() => expect(canvas.getByText(said(words.list.elsewhere))).toBeVisible())
  },
}
