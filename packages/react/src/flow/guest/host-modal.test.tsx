import { DialogPanel, Dialog as HeadlessDialog } from '@headlessui/react'
import MuiDialog from '@mui/material/Dialog'
import * as Radix from '@radix-ui/react-dialog'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { type ComponentType, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { CONNECT, close, findConsent, findTrigger, openFrame, say, submit } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

interface HostProps {
  onClosed: () => void
  children: ReactNode
}

function RadixHost({ onClosed, children }: HostProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Radix.Root
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) onClosed()
      }}
    >
      <Radix.Portal>
        <Radix.Overlay style={{ position: 'fixed', inset: 0 }} />
        <Radix.Content style={{ position: 'fixed', inset: 40 }} aria-describedby={undefined}>
          <Radix.Title>Settings</Radix.Title>
          {children}
          <button type="button">after</button>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function MuiHost({ onClosed, children }: HostProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <MuiDialog
      open={isOpen}
      aria-label="Settings"
      transitionDuration={0}
      onClose={() => {
        setOpen(false)
        onClosed()
      }}
    >
      {children}
      <button type="button">after</button>
    </MuiDialog>
  )
}

function HeadlessHost({ onClosed, children }: HostProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <HeadlessDialog
      open={isOpen}
      aria-label="Settings"
      onClose={() => {
        setOpen(false)
        onClosed()
      }}
    >
      <DialogPanel style={{ position: 'fixed', inset: 40 }}>
        {children}
        <button type="button">after</button>
      </DialogPanel>
    </HeadlessDialog>
  )
}

/** Made by hand: it keeps the page from scrolling for as long, and then puts back what it found. */
function NativeHost({ onClosed, children }: HostProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    const { style } = document.documentElement
    const { overflow } = style
    dialog?.showModal()
    style.overflow = 'hidden'
    return () => {
      dialog?.close()
      style.overflow = overflow
    }
  }, [])
  return (
    <dialog ref={ref} aria-label="Settings" onCancel={onClosed} onClose={onClosed}>
      {children}
      <button type="button">after</button>
    </dialog>
  )
}

const HOSTS: [string, ComponentType<HostProps>][] = [
  ['Radix Dialog', RadixHost],
  ['MUI Dialog', MuiHost],
  ['Headless UI Dialog', HeadlessHost],
  ['a native dialog', NativeHost],
]

/** What a modal does to the page around it. */
function marks(): string[] {
  const { documentElement, body } = document
  return [documentElement, body, ...body.children].map((element) => {
    const { inert, style } = element as HTMLElement
    const hidden = element.getAttribute('aria-hidden')
    return `${element.localName} ${hidden} ${inert} ${style.pointerEvents} ${style.overflow}`
  })
}

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  // What one test left would be there before the next.
  for (const element of [document.documentElement, document.body]) element.removeAttribute('style')
})

describe.each(HOSTS)('inside %s', (_, HostModal) => {
  async function show() {
    const onClosed = vi.fn()
    render(
      <>
        <main>The host’s page</main>
        <WithBackend backend={createFakeBackend()}>
          <HostModal onClosed={onClosed}>
            <NectarConnect />
          </HostModal>
        </WithBackend>
      </>,
    )
    const trigger = await findTrigger()
    await waitFor(() =>
      expect(trigger.closest('[role=dialog], dialog')?.contains(document.activeElement)).toBe(true),
    )
    return { onClosed, trigger }
  }

  /** Ours is closed, and that is all. */
  async function expectBack({ onClosed, trigger }: Awaited<ReturnType<typeof show>>, before: string[]) {
    await waitFor(() => expect(document.querySelector('.nectar-dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(trigger))
    expect(marks()).toEqual(before)
    expect(onClosed).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'after' }))
  }

  test('it opens on top, can be used, and gives the focus back', async () => {
    const shown = await show()
    const before = marks()
    const frame = await openFrame()
    const ours = frame.closest('dialog')
    await waitFor(() => expect(document.activeElement).toBe(ours?.querySelector('h2')))
    await close()
    await expectBack(shown, before)
  })

  test('Escape closes ours', async () => {
    const shown = await show()
    const before = marks()
    await userEvent.click(shown.trigger)
    await findConsent()
    await userEvent.keyboard('{Escape}')
    await expectBack(shown, before)
  })

  test('once ours is closed, Escape closes the host’s, from our button too', async () => {
    const { onClosed, trigger } = await show()
    await userEvent.click(trigger)
    await findConsent()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(trigger))
    expect(onClosed).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(onClosed).toHaveBeenCalled())
  })

  test('Escape closes ours also after a click on nothing in particular', async () => {
    const shown = await show()
    const before = marks()
    await userEvent.click(shown.trigger)
    await userEvent.click(await screen.findByText(/works with/))
    await userEvent.keyboard('{Escape}')
    await expectBack(shown, before)
  })

  test('Tab goes through ours, and out at its end', async () => {
    const { trigger } = await show()
    await userEvent.click(trigger)
    const heading = await screen.findByRole('heading', { name: CONNECT.name })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    const ours = [...(heading.closest('dialog')?.querySelectorAll('button, a') ?? [])]
    for (const element of ours.slice(1)) {
      await userEvent.keyboard('{Tab}')
      expect(document.activeElement).toBe(element)
    }
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(ours.at(-1))
    expect(document.activeElement?.textContent).not.toBe('after')
  })
})

test.each(HOSTS)(
  '%s around it closes once details are submitted, and leaves nothing',
  async (_, HostModal) => {
    const before = marks()
    const backend = createFakeBackend()
    function Page() {
      const [isOpen, setOpen] = useState(true)
      return (
        <WithBackend backend={backend}>
          {isOpen && (
            <HostModal onClosed={() => {}}>
              <NectarConnect onSubmitted={() => setOpen(false)} />
            </HostModal>
          )}
        </WithBackend>
      )
    }
    const { container } = render(<Page />)
    const frame = await openFrame()
    submit(backend)
    say(frame)
    await waitFor(() => expect(document.querySelector('iframe, .nectar-dialog')).toBeNull())
    await waitFor(() =>
      expect(marks().filter((mark) => !mark.startsWith('div null false  '))).toEqual(
        before.filter((mark) => !mark.startsWith('div null false  ')),
      ),
    )
    container.remove()
  },
)
