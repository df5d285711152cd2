import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ShareButton } from '../../button/share-button.tsx'
import css from '../../styles/styles.css?inline'
import '../../styles/styles.css'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { SHARING } from '../../testing/fake-sharing.ts'
import { WithBackend } from '../../testing/with-backend.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** A keyboard that covers the page, as on iOS: only the visual viewport gets smaller. */
function showKeyboard(height: number) {
  const viewport = window.visualViewport
  if (!viewport) throw new Error('This browser has no visual viewport.')
  vi.spyOn(viewport, 'height', 'get').mockReturnValue(window.innerHeight - height)
  viewport.dispatchEvent(new Event('resize'))
}

test.each([
  ['a phone', 390, 700],
  ['a tablet', 820, 700],
])('on %s, what is being filled in stands above the keyboard', async (_, width, height) => {
  await page.viewport(width, height)
  render(
    <WithBackend backend={createFakeBackend({ sharing: SHARING })}>
      <ShareButton />
    </WithBackend>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Ask someone' }))
  const dialog = await screen.findByRole('dialog')
  const note = await screen.findByLabelText(/^Note/)
  await userEvent.click(note)
  showKeyboard(380)
  await waitFor(() => expect(dialog.getBoundingClientRect().bottom).toBeLessThanOrEqual(height - 380))
  expect(dialog.getBoundingClientRect().top).toBeGreaterThanOrEqual(0)
  const { top, bottom } = note.getBoundingClientRect()
  expect(top).toBeGreaterThanOrEqual(dialog.getBoundingClientRect().top)
  // It scrolls by whole pixels.
  expect(Math.floor(bottom)).toBeLessThanOrEqual(height - 380)
  showKeyboard(0)
  await waitFor(() => expect(dialog.style.cssText).toBe(''))
})

test('a backdrop needs nothing that it would have to inherit', () => {
  const rules = [...css.matchAll(/::backdrop\s*\{([^}]*)\}/g)].map(([, body]) => body ?? '')
  expect(rules.join('')).toContain('var(')
  expect(rules.join('')).not.toMatch(/var\(\s*--[\w-]+\s*\)/)
})
