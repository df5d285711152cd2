import { ConnectionList, type Messages, NectarConnect, type Prefill } from '@nectar-connect/react'
import { InPageSandboxProvider } from '@nectar-connect/react/page'
import type { InPageSandbox } from '@nectar-connect/sandbox/page'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { NectarReports } from './nectar-reports.tsx'
import { sandboxForStory } from './sandbox-for-story.ts'
import { walkThrough } from './walk-through.ts'

const host = { name: 'Plumbline', supportEmail: 'help@plumbline.example' }

interface InAPageProps {
  page: InPageSandbox
  prefill?: Prefill | undefined
}

function InAPage({ page, prefill }: InAPageProps) {
  return (
    <InPageSandboxProvider page={page} app={host}>
      <div className="in-a-page">
        <div>
          <NectarConnect prefill={prefill} />
          <ConnectionList />
        </div>
        <NectarReports control={page.control} />
      </div>
    </InPageSandboxProvider>
  )
}

/**
 * Nothing here is made up: the widget, the server's core and the sandbox are the real ones, in this page, without a
 * network. Sign in with any of the practice accounts that Nectar's page offers.
 */
const meta: Meta<typeof InAPage> = {
  title: 'Live',
  component: InAPage,
  loaders: [() => ({ page: sandboxForStory() })],
  render: ({ prefill }, { loaded }) => <InAPage page={loaded.page} prefill={prefill} />,
  parameters: { controls: { disable: true } },
}
export default meta

type Story = StoryObj<typeof InAPage>

/** For hands: nothing is done beforehand. */
export const InThisPage: Story = { name: 'In this page' }

/** The widget checks after a moment, and the sandbox checks a sign-in for three seconds. */
const A_WHILE = { timeout: 15_000 }

/** A utility is linked, its password stops working, and it is mended. */
export const LinkedAndReconnected: Story = {
  name: 'Linked and reconnected',
  play: async ({ canvasElement, loaded }) => {
    const page: InPageSandbox = loaded.page
    const words: Messages = loaded.words
    // The dialog stands at the end of the page.
    const canvas = within(canvasElement.ownerDocument.body)
    const shown = (name: string) => canvas.findByRole('heading', { name }, A_WHILE)

    await userEvent.click(await canvas.findByRole('button', { name: words.button.connect }))
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(words.intro.mine) }))
    await opaqueFrame(canvasElement, words)
    await walkThrough(page)
    await shown(words.invitations.stages.received)
    await shown(words.submitted.connected)
    await userEvent.click(canvas.getByRole('button', { name: words.done }))

    await userEvent.click(canvas.getByRole('button', { name: 'Password incorrect' }))
    await userEvent.click(
      await canvas.findByRole('button', { name: new RegExp(words.list.signInAgain) }, A_WHILE),
    )
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(words.reconnect.mine) }))
    await opaqueFrame(canvasElement, words)
    await walkThrough(page)
    await shown(words.submitted.connected)
    await userEvent.click(canvas.getByRole('button', { name: words.done }))
  },
}

/** The page knows the provider: Nectar's page begins with its sign-in. What the server does not take is left out. */
export const FilledInBeforehand: Story = {
  name: 'Filled in beforehand',
  args: {
    prefill: {
      datasourceId: 'sierra-crest',
      utilityTypes: ['ELECTRICITY'],
      startDate: '2024-01-01',
      ownerEmail: 'maya@harrowlane.example',
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const page: InPageSandbox = loaded.page
    const words: Messages = loaded.words
    const canvas = within(canvasElement.ownerDocument.body)
    await userEvent.click(await canvas.findByRole('button', { name: words.button.connect }))
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(words.intro.mine) }))
    await opaqueFrame(canvasElement, words)
    const [invitation] = (await page.control.snapshot()).invitations
    await expect(invitation?.prefill).toEqual({
      datasourceId: 'sierra-crest',
      utilityTypes: ['ELECTRICITY'],
      dataCollectionStartDate: '2024-01-01',
    })
  },
}

/** Nectar's page has arrived, and nothing of it can be reached from here. */
async function opaqueFrame(canvasElement: HTMLElement, words: Messages) {
  const frame = await within(canvasElement.ownerDocument.body).findByTitle<HTMLIFrameElement>(
    words.frame.name,
  )
  await waitFor(() => expect(frame.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false'))
  await expect(frame.contentDocument).toBeNull()
}
