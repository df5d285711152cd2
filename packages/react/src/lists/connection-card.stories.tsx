import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { Messages } from '../i18n/messages.ts'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { said } from '../testing/said.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionCard } from './connection-card.tsx'

interface CardStoryProps {
  backend: Partial<FakeBackend>
  width?: number
}

const OWN = connection({ providerName: 'Los Angeles Department of Water and Power', utilityTypes: ['WATER'] })

function CardStory({ backend, width = 420 }: CardStoryProps) {
  return (
    <WithBackend backend={createFakeBackend({ connections: [OWN], ...backend })}>
      <div style={{ maxInlineSize: width }}>
        <ConnectionCard connectionId={OWN.id} />
      </div>
    </WithBackend>
  )
}

const meta: Meta<typeof CardStory> = { title: 'ConnectionCard', component: CardStory }
export default meta

type Story = StoryObj<typeof CardStory>

const as = (overrides: Parameters<typeof connection>[0]) => ({
  args: { backend: { connections: [{ ...OWN, ...overrides }] } },
})

export const SignInNotAccepted: Story = as({ status: 'PASSWORD_INCORRECT' })
export const CodesNotArriving: Story = as({ status: 'MFA_TOKEN_EXPIRED' })
export const NewPasswordNeeded: Story = as({ status: 'NEW_PASSWORD_NEEDED' })
export const MoreDetailsNeeded: Story = as({ status: 'ADDITIONAL_CREDENTIALS_NEEDED' })
export const NoAccountsFound: Story = as({ status: 'NO_ACCOUNTS_FOUND' })
export const BeingChecked: Story = as({ status: 'PENDING', statusAt: new Date().toISOString() })
export const TakingLonger: Story = as({ status: 'PENDING' })
export const BeingLookedInto: Story = as({ status: 'UNDER_INVESTIGATION' })
export const UtilitySiteDown: Story = as({ status: 'WEBSITE_DOWN' })
export const AddressNotReachable: Story = as({ status: 'URL_INACCESSIBLE' })
export const SomethingUnexpected: Story = as({ status: 'OTHER_ERROR' })
export const Connected: Story = as({})
export const Inactive: Story = as({ isActive: false })
export const CompanyInactive: Story = as({ status: 'COMPANY_INACTIVE' })
export const Unknown: Story = as({ status: 'PROVIDER_MIGRATION' })
export const Alias: Story = as({ status: 'INCORRECT_PASSWORD' })

/** A colleague was sent a link. */
export const ColleagueAsked: Story = {
  args: {
    backend: {
      connections: [{ ...OWN, status: 'PASSWORD_INCORRECT' }],
      sharing: SHARING,
      shared: [sharedInvitation({ kind: 'reconnect', connectionId: OWN.id }, 'dana@northpoint.example')],
    },
  },
}
/** And looked at it. */
export const ColleagueOpenedTheLink: Story = {
  args: {
    backend: {
      connections: [{ ...OWN, status: 'MFA_TOKEN_EXPIRED' }],
      sharing: SHARING,
      shared: [
        sharedInvitation(
          { kind: 'reconnect', connectionId: OWN.id, opened: true },
          'facilities-and-maintenance@northpoint.example',
        ),
      ],
    },
    width: 300,
  },
}

export const AskAnAdministrator: Story = {
  args: {
    backend: {
      connections: [{ ...OWN, status: 'PASSWORD_INCORRECT' }],
      can: { view: true, connect: false, reconnect: false, invite: false, revoke: false },
      administratorNames: ['Ada Moreno', 'Ben Okafor'],
    },
  },
}
export const Narrow: Story = { args: { ...as({ status: 'NEW_PASSWORD_NEEDED' }).args, width: 300 } }
export const Loading: Story = { args: { backend: { isHanging: true } } }
export const LoadingFailed: Story = { args: { backend: { problem: 'not_configured' } } }
export const SignedOut: Story = { args: { backend: { problem: 'unauthenticated' } } }
export const Missing: Story = { args: { backend: { connections: [] } } }

const changes = createFakeChanges()
changes.remember([
  changeOf(OWN, 'CONNECTED', { from: 'WEBSITE_DOWN', at: '2026-11-18T05:31:56Z' }),
  changeOf(OWN, 'WEBSITE_DOWN', { from: 'PENDING', at: '2026-11-16T03:11:00Z' }),
  changeOf(OWN, 'PENDING', { from: null, at: '2026-11-15T22:15:00Z' }),
])

export const HistoryOpen: Story = {
  args: { backend: { changes } },
  play: async ({ canvasElement, loaded }) => {
    const words: Messages = loaded.words
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: words.card.history }))
    const was = said(words.history.wasFor.replace('{word}', words.status.WEBSITE_DOWN.word))
    await waitFor(() => expect(canvas.getByText(was)).toBeVisible())
  },
}

/** Side by side: their feet line up. */
export const Grid: Story = {
  render: () => (
    <WithBackend backend={createFakeBackend({ connections: [...MIXED, ...NEEDS_YOU] })}>
      <div style={{ display: 'grid', gap: 20, gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))' }}>
        {[MIXED[0], MIXED[1], NEEDS_YOU[0], ...MIXED.slice(2)].map(
          (one) => one && <ConnectionCard key={one.id} connectionId={one.id} />,
        )}
      </div>
    </WithBackend>
  ),
}

const NEEDS_YOU = [
  connection({
    id: 'a6c70a54-34e7-4277-80b0-0000000000aa',
    status: 'NEW_PASSWORD_NEEDED',
    providerName: 'Duke Valley Energy',
    utilityTypes: ['ELECTRICITY'],
    providerUrl: 'https://my.dukevalley.example',
  }),
]
