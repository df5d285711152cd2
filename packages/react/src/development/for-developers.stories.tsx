import { ConnectError, warnInDevelopment } from '@nectar-connect/client'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { NectarRoot } from '../context/nectar-root.tsx'
import { FlowDialog } from '../flow/dialog-embed.tsx'
import { ConnectInline } from '../flow/inline-embed.tsx'
import { CONTRIBUTOR, storyHandle } from '../testing/story-handle.ts'
import { WithBackend } from '../testing/with-backend.tsx'

const REFERENCE = 'NC-7F3K-92QD'

interface NotesStoryProps {
  error: ConnectError
  presentation?: 'dialog' | 'inline'
}

/** The failed screen, as a development build shows it. */
function NotesStory({ error, presentation = 'dialog' }: NotesStoryProps) {
  const phase = {
    status: 'failed',
    intent: CONTRIBUTOR,
    error,
    request: null,
    retryAt: null,
    page: null,
  } as const
  const Shell = presentation === 'inline' ? ConnectInline : FlowDialog
  return (
    <WithBackend>
      <NectarRoot>
        <Shell connect={storyHandle(phase)} />
      </NectarRoot>
    </WithBackend>
  )
}

const meta: Meta<typeof NotesStory> = { title: 'For developers', component: NotesStory }
export default meta

type Story = StoryObj<typeof NotesStory>

/** An answer that tells of the host's set-up. */
function refused(error: ConnectError, status: number): ConnectError {
  const call = {
    basePath: '/api/nectar',
    path: '/invitations',
    credentials: 'same-origin',
    isTokenSent: false,
  } as const
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
  warnInDevelopment({ kind: 'refused', call, response: { status, redirected: false, headers }, error })
  return error
}

function blocked(): ConnectError {
  const error = new ConnectError('frame_blocked')
  warnInDevelopment({ kind: 'frame_blocked', hostedOrigin: 'https://dash.nectarclimate.com', error })
  return error
}

const FAULTS = [
  '"apiKey" is missing. Make a key in Nectar under Settings > Organization > API Keys, set NECTAR_API_KEY and pass createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, … }).',
  '"authorize" is missing. Pass createNectarConnect({ authorize: async (request) => ({ companyId, userId }), … }), answering null when nobody is signed in.',
]

export const MissingOptions: Story = {
  args: {
    error: refused(new ConnectError('not_configured', { requestId: REFERENCE, setupProblems: FAULTS }), 503),
  },
}
export const MissingOptionsInline: Story = {
  args: { ...MissingOptions.args, presentation: 'inline' } as NotesStoryProps,
}
export const NotMounted: Story = {
  args: { error: refused(new ConnectError('invalid_response', { requestId: REFERENCE }), 404) },
}
export const OriginNotKnown: Story = {
  args: { error: refused(new ConnectError('origin_not_allowed', { requestId: REFERENCE }), 403) },
}
export const PageKeptOut: Story = { args: { error: blocked() } }
