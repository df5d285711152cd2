import { cleanup, render, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import styles from '../../styles/styles.css?inline'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { CONNECT, FRAME } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

let host: HTMLElement

beforeEach(async () => {
  await page.viewport(1280, 900)
  host = document.createElement('div')
  document.body.append(host)
})
afterEach(() => {
  cleanup()
  host.remove()
})

async function show(mode: ShadowRootMode) {
  const root = host.attachShadow({ mode })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const container = document.createElement('div')
  root.append(container)
  // The dialog stands at the end of the same shadow root.
  const inside = within(root as unknown as HTMLElement)
  render(
    <WithBackend backend={createFakeBackend()}>
      <NectarConnect />
    </WithBackend>,
    { container, baseElement: container },
  )
  const trigger = await inside.findByRole('button', { name: CONNECT.name })
  trigger.focus()
  await userEvent.keyboard('{Enter}')
  const heading = await inside.findByRole('heading', { name: CONNECT.name })
  await waitFor(() => expect(root.activeElement).toBe(heading))
  return { root, inside, trigger, heading }
}

test('the dialog is named by its heading, and looks as it should', async () => {
  const { root, heading } = await show('open')
  const dialog = heading.closest('dialog')
  expect(root.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')).toBe(heading)
  expect(dialog?.matches(':modal')).toBe(true)
  const { borderTopWidth, position, backgroundColor } = getComputedStyle(dialog as Element)
  expect({ borderTopWidth, position, backgroundColor }).toEqual({
    borderTopWidth: '0px',
    position: 'fixed',
    backgroundColor: 'rgb(253, 252, 251)',
  })
})

test('it goes on to the page, and the focus comes back to the button', async () => {
  const { root, inside, trigger } = await show('open')
  await userEvent.click(page.getByRole('button', { name: /I have the login/ }))
  await inside.findByTitle(FRAME)
  await userEvent.click(page.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(root.activeElement).toBe(trigger))
})

test.each(['open', 'closed'] as const)('Escape in an %s one reaches nobody else', async (mode) => {
  const { root } = await show(mode)
  const heard: string[] = []
  const hear = (event: KeyboardEvent) => heard.push(event.key)
  document.addEventListener('keydown', hear, { capture: true })
  await userEvent.keyboard('a{Escape}')
  await waitFor(() => expect(root.querySelector('dialog')).toBeNull())
  document.removeEventListener('keydown', hear, { capture: true })
  expect(heard).toEqual(['a'])
})
