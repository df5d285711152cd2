import type { OpenedPhase } from '@nectar-connect/client'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { FlowDialog } from '../flow/dialog-embed.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { CONTRIBUTOR, STORY_INVITATION, storyHandle } from '../testing/story-handle.ts'
import { changeAndWait, openLive } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { UNSEEN_MS } from './nectar-page.ts'

const HINT = /Your browser or network may block this page/

const LIVE: OpenedPhase = {
  status: 'open',
  intent: CONTRIBUTOR,
  invitation: STORY_INVITATION,
  display: 'frame',
  touched: false,
  viewed: false,
  renewals: 0,
  connectivityError: null,
}

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function tree(phase: OpenedPhase) {
  return (
    <WithBackend backend={createFakeBackend()}>
      <NectarRoot>
        <FlowDialog connect={storyHandle(phase)} />
      </NectarRoot>
    </WithBackend>
  )
}

test('a page that has loaded without a sign of life: after some seconds the way to a tab stands out', () => {
  changeAndWait(() => void render(tree(LIVE)), UNSEEN_MS - 1)
  expect(screen.queryByText(HINT)).toBeNull()
  expect(screen.getByText('Not showing?')).toBeVisible()
  cleanup()

  changeAndWait(() => void render(tree(LIVE)), UNSEEN_MS)
  expect(screen.getByText(HINT, { selector: 'footer *' })).toBeVisible()
  expect(screen.getByRole('status').textContent).toMatch(HINT)
})

test('a page that somebody has seen is left alone, as soon as that is known', () => {
  changeAndWait(() => void render(tree({ ...LIVE, viewed: true })), UNSEEN_MS)
  expect(screen.queryByText(HINT)).toBeNull()
  cleanup()

  const { rerender } = render(tree(LIVE))
  changeAndWait(() => rerender(tree(LIVE)), UNSEEN_MS)
  act(() => rerender(tree({ ...LIVE, viewed: true })))
  expect(screen.queryByText(HINT)).toBeNull()
})

test('that Nectar saw somebody look counts', async () => {
  const backend = createFakeBackend()
  const events: string[] = []
  render(
    <WithBackend backend={backend}>
      <NectarConnect onEvent={({ name }) => events.push(name)} />
    </WithBackend>,
  )
  await openLive()
  expect(events).not.toContain('opened')
  backend.invitation.opened = true
  await waitFor(() => expect(events).toContain('opened'), { timeout: 10_000 })
})
