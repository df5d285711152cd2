import { STATUS_CATALOG } from '@nectar-connect/contract/wire'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useMemo } from 'react'
import { NectarConnect } from '../button/nectar-connect.tsx'
import type { TokenValue } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { MIXED } from '../testing/fixtures.ts'
import { HOST, WithBackend } from '../testing/with-backend.tsx'
import { Button } from '../ui/button.tsx'
import { ExternalLink, Pair } from '../ui/panel.tsx'
import { ConnectionList } from './connection-list.tsx'
import { ConnectionStatusBadge } from './connection-status-badge.tsx'

interface YourColorProps {
  /** Of your brand. Light and dark are in the toolbar. */
  accent: TokenValue
  /** Shown beside Nectar's mark. */
  logoUrl?: string
}

function YourColor({ accent, logoUrl }: YourColorProps) {
  const app = useMemo(() => ({ ...HOST, logoUrl }), [logoUrl])
  const appearance = useMemo(() => ({ variables: { accent } }), [accent])
  return (
    <WithBackend backend={createFakeBackend({ connections: MIXED })} app={app} appearance={appearance}>
      <NectarRoot>
        <div
          style={{
            display: 'grid',
            gap: 24,
            maxInlineSize: 1080,
            padding: 24,
            background: 'var(--nc-surface)',
            color: 'var(--nc-text)',
          }}
        >
          <NectarConnect />
          <NectarConnect presentation="inline" />
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {Object.keys(STATUS_CATALOG).map((status) => (
              <ConnectionStatusBadge key={status} status={status} />
            ))}
          </div>
          <ConnectionList />
        </div>
      </NectarRoot>
    </WithBackend>
  )
}

/** One color is enough: what is drawn on, beside and in it follows, and stays readable. */
const meta: Meta<typeof YourColor> = {
  title: 'Your color',
  component: YourColor,
  argTypes: { accent: { control: 'color' }, logoUrl: { control: 'text' } },
}
export default meta

type Story = StoryObj<typeof YourColor>

const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 88 88"><rect width="88" height="88" fill="#7a1f4b"/><path d="M44 16v38m0 0-9 18h18z" fill="#fff" stroke="#fff" stroke-width="5"/></svg>',
)}`

export const Mulberry: Story = { args: { accent: '#7a1f4b', logoUrl: LOGO } }
export const Yellow: Story = { args: { accent: '#ffd400' } }
export const Black: Story = { args: { accent: '#000000' } }
export const White: Story = { args: { accent: '#ffffff' } }
export const Cyan: Story = { args: { accent: '#00e5ff' } }
export const OneEachForLightAndDark: Story = { args: { accent: { light: '#7a1f4b', dark: '#f2a7c9' } } }

const SAMPLES = ['#7a1f4b', '#ffd400', '#00e5ff', '#000000', '#ffffff']

/** The picture of docs/appearance.md. */
export const Samples: Story = {
  args: { accent: '#7a1f4b' },
  render: () => (
    <div data-testid="samples" style={{ display: 'flex', inlineSize: 'fit-content' }}>
      {SAMPLES.map((accent) => (
        <WithBackend key={accent} appearance={{ variables: { accent } }}>
          <NectarRoot>
            <div
              style={{
                display: 'grid',
                gap: 12,
                justifyItems: 'start',
                padding: '20px 16px',
                background: 'var(--nc-surface)',
              }}
            >
              <code>{accent}</code>
              <Pair host="Plumbline" />
              <Button kind="primary">Connect</Button>
              <ExternalLink href="https://docs.nectarclimate.com">How it works</ExternalLink>
              <button type="button" className="nectar-chip" aria-pressed="true">
                <span>All</span>
              </button>
            </div>
          </NectarRoot>
        </WithBackend>
      ))}
    </div>
  ),
}
