import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { Fragment, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { createRealStack, type RealStack } from '../../testing/real-stack.ts'
import { FRAME, findConsent, goOn } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

let stack: RealStack

beforeEach(async () => {
  await page.viewport(1280, 900)
  stack = await createRealStack([{ provider: 'cascadia-power', status: 'PASSWORD_INCORRECT' }])
})
afterEach(() => {
  cleanup()
  stack.sandbox.close()
})

function tree(key = 0) {
  return (
    <WithBackend backend={stack}>
      <Fragment key={key}>
        <NectarConnect label="first" />
        <NectarConnect label="second" />
        <NectarConnect label="mend" connectionId={stack.connectionIds[0]} />
      </Fragment>
    </WithBackend>
  )
}

function frames() {
  return screen.queryAllByTitle<HTMLIFrameElement>(FRAME)
}

describe('widgets on one page', () => {
  test('each creates its own, and closing one leaves the other', async () => {
    render(tree())
    await userEvent.click(screen.getByRole('button', { name: 'first' }))
    await goOn()
    // The page behind a dialog takes no clicks. A host's code can open another all the same.
    act(() => screen.getByText('mend').click())
    await userEvent.click(await screen.findByRole('button', { name: /I have it/ }))
    await waitFor(() => expect(frames()).toHaveLength(2))
    const [first, mend] = frames()
    expect(first?.src).not.toBe(mend?.src)
    expect(await stack.created()).toBe(2)

    act(() => mend?.closest('dialog')?.querySelector<HTMLElement>('[aria-label=Close]')?.click())
    await waitFor(async () => expect(await stack.statuses()).toEqual(['ACTIVE', 'REVOKED']))
    expect(frames()).toEqual([first])
    expect(getComputedStyle(document.documentElement).overflow).toBe('hidden')

    act(() => first?.closest('dialog')?.querySelector<HTMLElement>('[aria-label=Close]')?.click())
    await waitFor(async () => expect(await stack.statuses()).toEqual(['REVOKED', 'REVOKED']))
    expect(getComputedStyle(document.documentElement).overflow).toBe('visible')
  })

  test.each([
    ['first', Fragment],
    ['second', Fragment],
    ['first', StrictMode],
    ['second', StrictMode],
  ])('mounted again, the %s goes on where it was', async (label, wrapper) => {
    const { rerender } = render(tree(), { wrapper })
    await userEvent.click(screen.getByRole('button', { name: label }))
    const { src } = await goOn()
    rerender(tree(1))
    await waitFor(() => expect(frames().map((frame) => frame.src)).toEqual([src]))
    expect(await stack.created()).toBe(1)
    expect(await stack.statuses()).toEqual(['ACTIVE'])
  })

  test('the same button twice: only the one that was pressed opens', async () => {
    render(tree())
    await userEvent.click(screen.getByRole('button', { name: 'second' }))
    await findConsent()
    expect(document.querySelectorAll('dialog')).toHaveLength(1)
  })
})
