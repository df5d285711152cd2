import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ShareButton } from '../../button/share-button.tsx'
import { ConnectionList } from '../../lists/connection-list.tsx'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { lastUsed } from '../../session/host-input.ts'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { SHARING } from '../../testing/fake-sharing.ts'
import { connection } from '../../testing/fixtures.ts'
import { CONNECT, close, FRAME, findTrigger, openFrame } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('style')
})

const start = () =>
  createFakeBackend({
    sharing: SHARING,
    connections: [connection({ status: 'PASSWORD_INCORRECT' })],
  })

const show = (children: ReactNode = <NectarConnect />) =>
  render(<WithBackend backend={start()}>{children}</WithBackend>)

const findDialog = () => screen.findByRole('dialog')

describe('what happens in a component', () => {
  /** Of everything that a customer does: pointers, keys, focus, what is filled in, what is sent, what has loaded. */
  const HANDLERS =
    'onClick onMouseDown onMouseUp onMouseMove onMouseOver onPointerDown onPointerUp onPointerMove onKeyDown onKeyUp onFocus onBlur onInput onChange onSubmit onLoad onClose onCancel onAnimationStart onTransitionEnd onScroll'.split(
      ' ',
    )

  test('no handler around it hears of, in the page or in its dialog', async () => {
    const heard: string[] = []
    const handlers = Object.fromEntries(
      HANDLERS.map((name) => [name, ({ type }: { type: string }) => heard.push(type)]),
    )
    show(
      <form {...handlers}>
        <NectarConnect />
      </form>,
    )
    await openFrame()
    await close()
    await userEvent.click(await findTrigger())
    await userEvent.click(await screen.findByRole('button', { name: /Someone else has the login/ }))
    await userEvent.fill(await screen.findByLabelText(/^Their e-mail/), 'dana.ruiz@northpoint.example')
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Link sent' })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(heard).toEqual([])
  })

  test('listeners of the page hear of presses on its parts in the page, and of none in its dialog', async () => {
    const pressed = vi.fn<(event: Event) => void>()
    const listen = ({ type, target }: Event) =>
      pressed(new Event(`${type} ${(target as Element).closest('button')?.tagName}`))
    document.addEventListener('click', listen)
    document.addEventListener('focusin', listen)
    show()
    await userEvent.click(await findTrigger())
    await userEvent.click(await screen.findByText(/works with/))
    await close()
    document.removeEventListener('click', listen)
    document.removeEventListener('focusin', listen)
    const heard = pressed.mock.calls.map(([{ type }]) => type)
    expect(new Set(heard)).toEqual(new Set(['focusin BUTTON', 'click BUTTON']))
    expect(heard.filter((type) => type === 'click BUTTON')).toHaveLength(1)
  })
})

describe('the place of the button', () => {
  test('may be hidden while the dialog is open: that stays, with the page in it', async () => {
    const { container } = show()
    const frame = await openFrame()
    const loads = vi.fn()
    frame.addEventListener('load', loads)
    container.hidden = true
    expect(frame.checkVisibility()).toBe(true)
    expect(screen.getByTitle(FRAME)).toBe(frame)
    container.hidden = false
    await close()
    await waitFor(() => expect(document.activeElement).toHaveTextContent(CONNECT.name))
  })

  test('the dialog is put there once, and not moved, in strict mode either', async () => {
    const moved: Node[] = []
    const watch = new MutationObserver((records) => {
      for (const { removedNodes } of records) moved.push(...removedNodes)
    })
    render(
      <StrictMode>
        <WithBackend backend={start()}>
          <NectarConnect />
        </WithBackend>
      </StrictMode>,
    )
    await findTrigger()
    watch.observe(document.body, { childList: true })
    const frame = await openFrame()
    expect(frame.closest('body > *')).toBe(document.body.lastElementChild)
    moved.push(...watch.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]))
    expect(moved).toEqual([])
    watch.disconnect()
  })
})

describe('tokens are declared by the host alone', () => {
  const RED = 'rgb(200, 0, 0)'

  function expectRed(element: Element) {
    expect(getComputedStyle(element).backgroundColor).toBe(RED)
  }

  test.each([
    ['at the root of the page', () => document.documentElement.style.setProperty('--nectar-accent', RED)],
    ['around the component', () => document.querySelector('#around')?.setAttribute('class', 'red')],
    ['on the component', () => {}],
    ['by the appearance of the component', () => {}],
  ])('%s: they hold for the button and for the dialog', async (where, declare) => {
    const style = document.createElement('style')
    style.textContent = `@layer late { .red { --nectar-accent: ${RED}; font-family: monospace } }`
    document.head.append(style)
    show(
      <div id="around">
        <NectarConnect
          className={where === 'on the component' ? 'red' : ''}
          {...(where.startsWith('by') && { appearance: { variables: { accent: RED } } })}
        />
      </div>,
    )
    declare()
    const trigger = await findTrigger()
    await waitFor(() => expectRed(trigger))
    await userEvent.click(trigger)
    await userEvent.click(await screen.findByRole('button', { name: /Someone else has the login/ }))
    expectRed(await screen.findByRole('button', { name: 'Send link' }))
    const { fontFamily } = getComputedStyle(trigger)
    expect(getComputedStyle(await findDialog()).fontFamily).toBe(fontFamily)
    style.remove()
  })

  test('each that the style sheet reads can be carried to the dialog', async () => {
    const { TOKEN_NAMES } = await import('../../styles/token-names.ts')
    const { default: css } = await import('../../styles/styles.css?inline')
    const read = new Set([...css.matchAll(/var\(\s*--nectar-([\w-]+)/g)].map(([, name]) => name))
    expect(new Set<string>(TOKEN_NAMES)).toEqual(read)
    expect(css.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/[{;]\s*--nectar-[\w-]+\s*:/)
  })
})

describe('the control that was pressed has the focus afterwards, although it never had it', () => {
  test.each([
    ['connect', <NectarConnect key="1" />, CONNECT.name],
    ['a row', <ConnectionList key="2" />, /Sign in again/],
    ['ask', <ShareButton key="3" />, 'Ask someone'],
  ])('%s', async (_, component, name) => {
    show(component)
    const control = await screen.findByRole('button', { name })
    control.addEventListener('mousedown', (event) => event.preventDefault())
    await userEvent.click(control)
    const dialog = await findDialog()
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(control))
  })

  test('but not where something else had it since', async () => {
    show(
      <>
        <input aria-label="Name" />
        <NectarConnect />
      </>,
    )
    await userEvent.click(await findTrigger())
    await findDialog()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const field = screen.getByRole('textbox', { name: 'Name' })
    field.focus()
    expect(lastUsed()).toBe(field)
  })
})

test('each screen starts at its top', async () => {
  await page.viewport(400, 420)
  show()
  await userEvent.click(await findTrigger())
  const other = await screen.findByRole('button', { name: /Someone else has the login/ })
  const dialog = await findDialog()
  other.scrollIntoView()
  expect(dialog.scrollTop).toBeGreaterThan(0)
  await userEvent.click(other)
  await within(dialog).findByLabelText(/^Their e-mail/)
  await waitFor(() => expect(dialog.scrollTop).toBe(0))
})
