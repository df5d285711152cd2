import type { InvitationView, WireErrorCode } from '@nectar-connect/contract/wire'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { ShareButton } from '../button/share-button.tsx'
import type { Messages } from '../i18n/messages.ts'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'

interface ShareStoryProps {
  backend?: Partial<FakeBackend>
  connectionId?: string
}

function ShareStory({ backend, connectionId }: ShareStoryProps) {
  return (
    <WithBackend backend={createFakeBackend({ sharing: SHARING, ...backend })}>
      <ShareButton connectionId={connectionId} />
    </WithBackend>
  )
}

const meta: Meta<typeof ShareStory> = { title: 'Sharing', component: ShareStory }
export default meta

type Story = StoryObj<typeof ShareStory>

const DANA = 'dana.ruiz@northpoint.example'
type Play = NonNullable<Story['play']>
type Context = Parameters<Play>[0]

/** Opens the form; `words` are those of the toolbar's language. */
async function openForm({ canvasElement, loaded }: Context) {
  const words: Messages = loaded.words
  // The dialog stands at the end of the page.
  const canvas = within(canvasElement.ownerDocument.body)
  await userEvent.click(await canvas.findByRole('button', { name: words.share.ask }))
  return { canvas, words, findAddress: () => canvas.findByRole('textbox', { name: words.share.to }) }
}

async function sendTo(context: Context, text: string) {
  const { canvas, words, findAddress } = await openForm(context)
  await userEvent.type(await findAddress(), text)
  await userEvent.click(canvas.getByRole('button', { name: words.share.send }))
  return { canvas, words }
}

const opened: Play = async (context) => void (await openForm(context))
const sent =
  (text = DANA): Play =>
  async (context) =>
    void (await sendTo(context, text))

function refused(problem: WireErrorCode, more: Partial<FakeBackend> = {}): Story {
  const backend = createFakeBackend({ sharing: SHARING, ...more })
  return {
    render: () => (
      <WithBackend backend={backend}>
        <ShareButton />
      </WithBackend>
    ),
    play: async (context) => {
      backend.problem = null
      const { canvas, words, findAddress } = await openForm(context)
      await userEvent.type(await findAddress(), DANA)
      backend.problem = problem
      await userEvent.click(canvas.getByRole('button', { name: words.share.send }))
      await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible())
    },
  }
}

export const Form: Story = { play: opened }
export const FormOfNectarsMail: Story = {
  args: { backend: { sharing: { ...SHARING, mail: 'nectar' } } },
  play: opened,
}
export const FormOnlyLink: Story = {
  args: { backend: { sharing: { ...SHARING, mail: null } } },
  play: opened,
}
export const FormForCodes: Story = {
  args: {
    backend: { connections: [connection({ status: 'MFA_TOKEN_EXPIRED' })] },
    connectionId: connection().id,
  },
  play: opened,
}
export const FormLong: Story = {
  play: async (context) => {
    const { canvas, words, findAddress } = await openForm(context)
    await userEvent.type(await findAddress(), 'facilities-and-maintenance@harrow-lane-estates.example')
    await userEvent.type(canvas.getByLabelText(words.share.note), 'x'.repeat(420))
  },
}
export const FormWrongAddress: Story = { play: sent('dana.ruiz') }
export const FormSeveralAddresses: Story = { play: sent(`${DANA}, theo@northpoint.example`) }
export const FormWrongDomain: Story = {
  args: { backend: { sharing: { ...SHARING, allowedDomains: ['harrow.example', 'harrow.co.example'] } } },
  play: sent(),
}
export const FailedUnknown = refused('nectar_timeout')
export const FailedRateLimited = refused('rate_limited', { retryAfterMs: 75_000 })
export const FailedAddress = refused('address_not_allowed')
export const FailedSignedOut = refused('unauthenticated')
export const FailedNotAllowed = refused('not_allowed', { administratorNames: ['Ada Moreno', 'Ben Okafor'] })

export const Sent: Story = { play: sent() }
export const SentByNectar: Story = {
  args: { backend: { sharing: { ...SHARING, mail: 'nectar' } } },
  play: sent(),
}
export const SentAsksBeforeRevoking: Story = {
  play: async (context) => {
    const { canvas, words } = await sendTo(context, DANA)
    await userEvent.click(await canvas.findByRole('button', { name: words.invitations.revokeYes }))
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: words.invitations.revokeNo })).toHaveFocus(),
    )
  },
}
export const SentAlready: Story = {
  args: { backend: { outcomeOf: () => ({ outcome: 'already' }) } },
  play: sent(),
}
export const SentAlreadyAndReminded: Story = {
  args: { backend: { outcomeOf: () => ({ outcome: 'already' }) } },
  play: async (context) => {
    const { canvas, words } = await sendTo(context, DANA)
    const name = words.invitations.remindName.replace('{who}', DANA)
    await userEvent.click(await canvas.findByRole('button', { name }))
    await waitFor(() => expect(canvas.getByText(words.invitations.kept)).toBeVisible())
  },
}
export const LinkCopied: Story = {
  play: async (context) => {
    const { canvas, words } = await openForm(context)
    await userEvent.click(await canvas.findByRole('button', { name: words.share.copyInstead }))
    // Whether a clipboard can be written to is the browser's business.
    const isSettled = () =>
      canvas.queryByRole('button', { name: words.shared.copyAgain }) ??
      canvas.queryByLabelText(words.shared.copyField)
    await waitFor(() => expect(isSettled()).not.toBeNull())
  },
}

const opening =
  (invitation: InvitationView): FakeBackend['outcomeOf'] =>
  () => ({ invitation })
export const SentAndOpened: Story = {
  args: {
    backend: {
      outcomeOf: opening(sharedInvitation({ opened: true, openedAt: new Date().toISOString() }, DANA)),
    },
  },
  play: sent(),
}
export const SentAndReceived: Story = {
  args: {
    backend: {
      outcomeOf: opening(sharedInvitation({ status: 'FULFILLED', useCount: 1, opened: true }, DANA)),
    },
  },
  play: sent(),
}
export const SentAndRanOut: Story = {
  args: { backend: { outcomeOf: opening(sharedInvitation({ status: 'EXPIRED', expiresInMs: 0 }, DANA)) } },
  play: sent(),
}

const NOTHING = { view: true, connect: false, reconnect: false, invite: false, revoke: false }

/** The two ways are equals. */
export const Twins: Story = {
  render: () => (
    <WithBackend backend={createFakeBackend({ sharing: SHARING })}>
      <NectarConnect presentation="inline" />
    </WithBackend>
  ),
}
/** Somebody who may ask, but not connect. */
export const OnlyAsking: Story = {
  render: () => (
    <WithBackend backend={createFakeBackend({ sharing: SHARING, can: { ...NOTHING, invite: true } })}>
      <NectarConnect presentation="inline" />
    </WithBackend>
  ),
}
/** Somebody who may do neither is told who can. */
export const Neither: Story = {
  render: () => (
    <WithBackend
      backend={createFakeBackend({ sharing: SHARING, can: NOTHING, administratorNames: ['Ada Moreno'] })}
    >
      <NectarConnect presentation="inline" />
    </WithBackend>
  ),
}
