import { textsWithSiblings, translatePage } from '@nectar-connect/test-kit/translate-page'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { ShareButton } from '../button/share-button.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { ConnectionStatusBadge } from '../lists/connection-status-badge.tsx'
import { createFakeBackend } from './fake-backend.ts'
import { SHARING } from './fake-sharing.ts'
import { connection } from './fixtures.ts'
import { settled, startLive } from './live-page.tsx'
import { WithBackend } from './with-backend.tsx'

interface StoryModule {
  default: { title: string; component?: ComponentType<object>; args?: object }
  [story: string]: { args?: object; render?: (args: object) => React.ReactNode } | StoryModule['default']
}

const modules = import.meta.glob<StoryModule>('../**/*.stories.tsx', { eager: true })

/** Each story as a component. What its toolbar says does not matter to texts. */
const ALL = Object.values(modules).flatMap(({ default: meta, ...stories }) =>
  Object.entries(stories).map(([name, story]): [string, () => React.ReactNode] => {
    const args = { ...meta.args, ...story.args }
    const Component = meta.component
    const draw = 'render' in story && story.render
    return [`${meta.title}: ${name}`, () => (draw ? draw(args) : Component ? <Component {...args} /> : null)]
  }),
)

/** Five thousand rows read like fifty. */
const STORIES = ALL.filter(([name]) => name !== 'ConnectionList: Long')

let endTranslation = () => {}
const errors = vi.spyOn(console, 'error')

beforeEach(async () => {
  await page.viewport(1280, 900)
  errors.mockImplementation(() => {})
})
afterEach(() => {
  endTranslation()
  cleanup()
  vi.restoreAllMocks()
})

const visible = () => document.body.textContent.replace(/\s+/g, ' ').trim()

test('there are stories', () => {
  expect(STORIES.length).toBeGreaterThan(50)
})

test.each(STORIES)('%s reads the same to those who have the page translated', async (_, draw) => {
  const { unmount } = render(draw())
  // Some show one for good.
  const isLoaded = () => expect(document.querySelector('.nectar-skeleton')).toBeNull()
  await waitFor(isLoaded, { timeout: 1_000 }).catch(() => {})
  const untranslated = visible()
  expect(textsWithSiblings()).toEqual([])
  unmount()
  endTranslation = translatePage()
  render(draw())
  await waitFor(() => expect(visible()).toBe(untranslated), { timeout: 5_000 })
})

describe('with the page translated', () => {
  const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

  test('a link can be sent, and another one copied', async () => {
    const backend = createFakeBackend({ sharing: SHARING })
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    endTranslation = translatePage()
    render(
      <WithBackend backend={backend}>
        <ShareButton />
      </WithBackend>,
    )
    await click('Ask someone')
    await userEvent.fill(await screen.findByLabelText(/^Their e-mail/), 'dana@northpoint.example')
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    await click('Done')
    await click('Ask someone')
    await click('Copy link instead')
    await screen.findByRole('heading', { name: /Link/ })
    expect(backend.asked).toHaveLength(2)
    expect(screen.queryByText('This part did not load.')).toBeNull()
  })

  test('a link without an address is not sent, and the field says why', async () => {
    endTranslation = translatePage()
    render(
      <WithBackend backend={createFakeBackend({ sharing: SHARING })}>
        <ShareButton />
      </WithBackend>,
    )
    await click('Ask someone')
    await click('Send link')
    const field = await screen.findByLabelText(/^Their e-mail/)
    await waitFor(() => expect(field).toHaveAccessibleDescription(/^Enter the e-mail address/))
    await userEvent.fill(field, 'dana@northpoint.example')
    await waitFor(() => expect(field).not.toHaveAccessibleDescription(/^Enter the e-mail address/))
  })

  test('a badge says what is', async () => {
    endTranslation = translatePage()
    const { rerender, container } = render(<ConnectionStatusBadge status="CONNECTED" />)
    expect(container.textContent).toBe('Connected')
    rerender(<ConnectionStatusBadge status="WEBSITE_DOWN" />)
    await waitFor(() => expect(container.textContent).toBe('Utility site down'))
  })

  test('a list shows what changes, also where all of it goes', async () => {
    const { changes, backend } = startLive([connection()])
    endTranslation = translatePage()
    render(
      <WithBackend backend={backend}>
        <ConnectionList />
      </WithBackend>,
    )
    await screen.findByText('Coast Range Gas')
    await settled(backend)
    const readAgain = (connections: (typeof backend)['connections']) => {
      backend.connections = connections
      changes.reset()
    }
    readAgain([connection({ status: 'PASSWORD_INCORRECT' })])
    await screen.findByRole('button', { name: /^Sign in again/ }, { timeout: 10_000 })
    readAgain([])
    await screen.findByText('No utility accounts yet', {}, { timeout: 10_000 })
    expect(screen.queryByText('This part did not load.')).toBeNull()
  })
})
