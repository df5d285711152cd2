import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { CONNECT, FRAME, findFrame, findTrigger, openFrame } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function show() {
  return render(
    <WithBackend backend={createFakeBackend({ hostedOrigin: 'https://dash.nectarclimate.com' })}>
      <NectarConnect />
    </WithBackend>,
  )
}

/** Everything on the page that is not the widget itself. */
function traces() {
  const { documentElement, body, head } = document
  return {
    styles: [documentElement.style.cssText, body.style.cssText],
    classes: [documentElement.className, body.className],
    head: [...head.children].filter((element) => !element.matches('[rel=preconnect]')).length,
    body: body.children.length,
    frames: window.frames.length,
  }
}

test('each screen puts the focus on its heading, and the button has it at the end', async () => {
  show()
  const trigger = await findTrigger()
  trigger.focus()
  await userEvent.keyboard('{Enter}')
  const intro = await screen.findByRole('heading', { name: CONNECT.name })
  await waitFor(() => expect(document.activeElement).toBe(intro))
  await userEvent.click(screen.getByRole('button', { name: /I have the login/ }))
  const ours = (await findFrame()).closest('dialog')
  await waitFor(() => expect(document.activeElement).toBe(ours?.querySelector('h2')))
  expect(document.activeElement).not.toBe(intro)
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(document.activeElement).toBe(trigger))
})

test('there is one frame, and after unmounting nothing at all', async () => {
  const before = traces()
  const { unmount, container } = show()
  await openFrame()
  expect(screen.getAllByTitle(FRAME)).toHaveLength(1)
  expect(window.frames.length).toBe(before.frames + 1)
  unmount()
  container.remove()
  expect(traces()).toEqual(before)
})
