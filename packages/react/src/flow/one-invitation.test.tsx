import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import * as React from 'react'
import { Fragment, type ReactNode, StrictMode, Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createRealStack, type RealStack } from '../testing/real-stack.ts'
import { changeAndWait, findFrame, openFrame } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

let stack: RealStack

beforeEach(async () => {
  await page.viewport(1280, 900)
  stack = await createRealStack()
})
afterEach(() => {
  cleanup()
  stack.sandbox.close()
})

/** Waits for something whenever it is closed, and takes everything up to the next Suspense with it. */
function createGate() {
  let wait: Promise<void> | null = null
  let go = () => {}
  return {
    close: () => (wait = new Promise((resolve) => (go = resolve))),
    open() {
      wait = null
      go()
    },
    Gate() {
      if (wait) throw wait
      return null
    },
  }
}

const MODES = [
  ['alone', Fragment],
  ['in strict mode', StrictMode],
] as const

describe.each(MODES)('one invitation for each opened session, %s', (_, wrapper) => {
  test('a Suspense around it that waits again keeps the page, and blocks nothing meanwhile', async () => {
    const { Gate, ...gate } = createGate()
    const tree = () => (
      <WithBackend backend={stack}>
        <Suspense fallback={<button type="button">waiting</button>}>
          <NectarConnect />
          <Gate />
        </Suspense>
      </WithBackend>
    )
    const { rerender } = render(tree(), { wrapper })
    const frame = await openFrame()

    gate.close()
    rerender(tree())
    await userEvent.click(await screen.findByRole('button', { name: 'waiting' }))
    expect(getComputedStyle(document.documentElement).overflow).toBe('visible')

    await act(async () => gate.open())
    await waitFor(() => expect(screen.queryByText('waiting')).toBeNull())
    expect(await findFrame()).toBe(frame)
    expect(frame.closest('dialog')?.matches(':modal')).toBe(true)
    expect(await stack.statuses()).toEqual(['ACTIVE'])
  })

  test('unmounted for a moment, it goes on with the same page', async () => {
    const tree = (isThere: boolean) => (
      <WithBackend backend={stack}>{isThere && <NectarConnect />}</WithBackend>
    )
    const { rerender } = render(tree(true), { wrapper })
    const { src } = await openFrame()
    changeAndWait(() => rerender(tree(false)), 4_900)
    rerender(tree(true))
    expect((await findFrame()).src).toBe(src)
    expect(await stack.statuses()).toEqual(['ACTIVE'])
  })

  test('unmounted for longer, it is over and revoked', async () => {
    const tree = (isThere: boolean) => (
      <WithBackend backend={stack}>{isThere && <NectarConnect />}</WithBackend>
    )
    const { rerender } = render(tree(true), { wrapper })
    await openFrame()
    changeAndWait(() => rerender(tree(false)), 5_000)
    await waitFor(async () => expect(await stack.statuses()).toEqual(['REVOKED']))
    rerender(tree(true))
    await openFrame()
    expect(await stack.statuses()).toEqual(['REVOKED', 'ACTIVE'])
  })
})

type Mode = 'visible' | 'hidden'
const { Activity } = React as { Activity?: (props: { mode: Mode; children: ReactNode }) => ReactNode }

describe.skipIf(!Activity).each(MODES)('hidden by <Activity> (React 19.2 has it), %s', (_, wrapper) => {
  async function show() {
    const tree = (mode: Mode) => (
      <WithBackend backend={stack}>
        {Activity && (
          <Activity mode={mode}>
            <NectarConnect />
          </Activity>
        )}
        <button type="button">elsewhere</button>
      </WithBackend>
    )
    const { rerender } = render(tree('visible'), { wrapper })
    return { frame: await openFrame(), turn: (mode: Mode) => rerender(tree(mode)) }
  }

  test('for a moment: the same page, and the dialog is back', async () => {
    const { frame, turn } = await show()
    const { src } = frame
    changeAndWait(() => turn('hidden'), 4_900)
    await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }))
    turn('visible')
    const shown = await findFrame()
    expect(shown).toBe(frame)
    expect(shown.src).toBe(src)
    await waitFor(() => expect(shown.closest('dialog')?.matches(':modal')).toBe(true))
    expect(await stack.statuses()).toEqual(['ACTIVE'])
  })

  test('for longer: it is over and revoked, and can be opened anew', async () => {
    const { turn } = await show()
    changeAndWait(() => turn('hidden'), 5_000)
    await waitFor(async () => expect(await stack.statuses()).toEqual(['REVOKED']))
    turn('visible')
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    await openFrame()
    expect(await stack.statuses()).toEqual(['REVOKED', 'ACTIVE'])
  })
})
