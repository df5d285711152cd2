import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { Messages } from '../i18n/messages.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { NectarConnect } from './nectar-connect.tsx'

const meta: Meta<typeof NectarConnect> = {
  title: 'NectarConnect',
  component: NectarConnect,
  render: (args) => (
    <WithBackend backend={createFakeBackend()}>
      <NectarConnect {...args} />
    </WithBackend>
  ),
}
export default meta

type Story = StoryObj<typeof NectarConnect>

export const Button: Story = {}

export const ButtonOpensTheIntro: Story = {
  play: async ({ canvasElement, loaded }) => {
    const words: Messages = loaded.words
    // The dialog stands at the end of the page.
    const canvas = within(canvasElement.ownerDocument.body)
    await userEvent.click(canvas.getByRole('button', { name: words.button.connect }))
    const heading = await canvas.findByRole('heading', { name: words.intro.title })
    await waitFor(() => expect(heading).toHaveFocus())
  },
}

export const NotAllowed: Story = {
  render: () => {
    const backend = createFakeBackend()
    backend.can = { ...backend.can, connect: false }
    return (
      <WithBackend backend={backend}>
        <NectarConnect />
      </WithBackend>
    )
  },
}

export const WearsTheStateOfItsConnection: Story = {
  render: () => {
    const broken = connection({ status: 'PASSWORD_INCORRECT' })
    return (
      <WithBackend backend={createFakeBackend({ connections: [broken] })}>
        <NectarConnect connectionId={broken.id} />
      </WithBackend>
    )
  },
}

/** A colleague was asked to sign in again, and has not yet. */
export const WearsTheLinkOnItsWay: Story = {
  render: () => {
    const broken = connection({ status: 'PASSWORD_INCORRECT' })
    const link = sharedInvitation({ kind: 'reconnect', connectionId: broken.id }, 'dana@northpoint.example')
    return (
      <WithBackend backend={createFakeBackend({ sharing: SHARING, connections: [broken], shared: [link] })}>
        <NectarConnect connectionId={broken.id} />
      </WithBackend>
    )
  },
}

export const Inline: Story = { args: { presentation: 'inline' } }
